#include "CGLPKGuard.h"

#include <glpk.h>
#include <limits.h>
#include <math.h>
#include <setjmp.h>
#include <stdbool.h>
#include <string.h>

// State of one guarded call. It lives on the stack of run(), below the frame that jumps, so that it is whole after
// the jump, and two threads or two nested calls never share it.
struct guard {
    jmp_buf recovery;
    glpk_guard_log log;
    size_t length;
};

// One guarded piece of work: its body gets its own arguments.
typedef int (*guarded_body)(void *arguments);

static int collect(void *info, const char *text) {
    struct guard *guard = info;
    size_t room = guard->log.capacity;
    size_t added = strlen(text);
    if (room < 2) return 1;
    if (added > room - 1) {
        text += added - (room - 1);
        added = room - 1;
    }
    if (guard->length + added > room - 1) {
        // The end of what GLPK writes says what went wrong: the beginning gives way.
        size_t dropped = guard->length + added - (room - 1);
        memmove(guard->log.text, guard->log.text + dropped, guard->length - dropped);
        guard->length -= dropped;
    }
    memcpy(guard->log.text + guard->length, text, added);
    guard->length += added;
    guard->log.text[guard->length] = '\0';
    return 1;
}

static int discard(void *info, const char *text) {
    (void)info;
    (void)text;
    return 1;
}

static void leap(void *info) {
    struct guard *guard = info;
    longjmp(guard->recovery, 1);
}

// Holds setjmp and no variable of its own: nothing here can be lost by the jump.
static int enter(struct guard *guard, guarded_body body, void *arguments) {
    if (setjmp(guard->recovery) != 0) return GLPK_GUARD_FAULT;
    return body(arguments);
}

static int run(guarded_body body, void *arguments, glpk_guard_log log) {
    struct guard guard = {.log = log, .length = 0};
    if (log.capacity > 0) log.text[0] = '\0';
    glp_term_hook(collect, &guard);
    glp_error_hook(leap, &guard);
    int result = enter(&guard, body, arguments);
    glp_error_hook(NULL, NULL);
    glp_term_hook(discard, NULL);
    return result;
}

const char *glpk_guard_version(void) { return glp_version(); }

void glpk_guard_silence(void) { glp_term_hook(discard, NULL); }

void glpk_guard_free_environment(void) { glp_free_env(); }

// Kind of bounds; equal ones must be "fixed", GLPK refuses them as a double bound.
static int bound_type(double lower, double upper) {
    bool has_lower = isfinite(lower), has_upper = isfinite(upper);
    if (has_lower && has_upper) return lower == upper ? GLP_FX : GLP_DB;
    if (has_lower) return GLP_LO;
    return has_upper ? GLP_UP : GLP_FR;
}

static void set_row_bounds(glp_prob *problem, int row, double lower, double upper) {
    glp_set_row_bnds(problem, row, bound_type(lower, upper), lower, upper);
}

static void set_column_bounds(glp_prob *problem, int column, double lower, double upper) {
    glp_set_col_bnds(problem, column, bound_type(lower, upper), lower, upper);
}

static void set_factor_updates(glp_prob *problem, int updates) {
    // Read once, at the first factorisation.
    glp_bfcp settings;
    glp_get_bfcp(problem, &settings);
    settings.nfs_max = updates;
    glp_set_bfcp(problem, &settings);
}

// MARK: Making and freeing

struct create_arguments {
    glp_prob **problem;
    int factor_updates;
};

static int create_body(void *info) {
    struct create_arguments *a = info;
    *a->problem = glp_create_prob();
    glp_set_obj_dir(*a->problem, GLP_MIN);
    set_factor_updates(*a->problem, a->factor_updates);
    return 0;
}

int glpk_guard_create(struct glp_prob **problem, int32_t factor_updates, glpk_guard_log log) {
    struct create_arguments arguments = {problem, factor_updates};
    return run(create_body, &arguments, log);
}

static int delete_body(void *info) {
    glp_delete_prob(info);
    return 0;
}

int glpk_guard_delete(struct glp_prob *problem, glpk_guard_log log) { return run(delete_body, problem, log); }

// MARK: Building

struct block_arguments {
    glp_prob *problem;
    int count;
    const double *lower, *upper, *cost;
    const uint8_t *is_integer;
    const int *starts, *indices;
    const double *coefficients;
};

static int add_columns_body(void *info) {
    struct block_arguments *a = info;
    int first = glp_add_cols(a->problem, a->count);
    for (int k = 0; k < a->count; k++) {
        int column = first + k, start = a->starts[k];
        set_column_bounds(a->problem, column, a->lower[k], a->upper[k]);
        glp_set_obj_coef(a->problem, column, a->cost[k]);
        if (a->is_integer[k]) glp_set_col_kind(a->problem, column, GLP_IV);
        glp_set_mat_col(
            a->problem, column, a->starts[k + 1] - start, a->indices + start, a->coefficients + start
        );
    }
    return first;
}

int glpk_guard_add_columns(
    struct glp_prob *problem, int32_t count, const double *lower, const double *upper, const double *cost,
    const uint8_t *is_integer, const int32_t *starts, const int32_t *rows, const double *coefficients,
    glpk_guard_log log
) {
    struct block_arguments arguments = {problem, count, lower, upper, cost, is_integer, starts, rows, coefficients};
    return run(add_columns_body, &arguments, log);
}

static int add_rows_body(void *info) {
    struct block_arguments *a = info;
    int first = glp_add_rows(a->problem, a->count);
    for (int k = 0; k < a->count; k++) {
        int row = first + k, start = a->starts[k];
        set_row_bounds(a->problem, row, a->lower[k], a->upper[k]);
        glp_set_mat_row(a->problem, row, a->starts[k + 1] - start, a->indices + start, a->coefficients + start);
    }
    return first;
}

int glpk_guard_add_rows(
    struct glp_prob *problem, int32_t count, const double *lower, const double *upper, const int32_t *starts,
    const int32_t *columns, const double *coefficients, glpk_guard_log log
) {
    struct block_arguments arguments = {problem, count, lower, upper, NULL, NULL, starts, columns, coefficients};
    return run(add_rows_body, &arguments, log);
}

struct matrix_arguments {
    glp_prob *problem;
    int count;
    const int *rows, *columns;
    const double *coefficients;
};

static int load_matrix_body(void *info) {
    struct matrix_arguments *a = info;
    glp_load_matrix(a->problem, a->count, a->rows, a->columns, a->coefficients);
    return 0;
}

int glpk_guard_load_matrix(
    struct glp_prob *problem, int32_t count, const int32_t *rows, const int32_t *columns, const double *coefficients,
    glpk_guard_log log
) {
    struct matrix_arguments arguments = {problem, count, rows, columns, coefficients};
    return run(load_matrix_body, &arguments, log);
}

struct number_arguments {
    glp_prob *problem;
    int index;
    double first, second;
};

static int set_row_bounds_body(void *info) {
    struct number_arguments *a = info;
    set_row_bounds(a->problem, a->index, a->first, a->second);
    return 0;
}

int glpk_guard_set_row_bounds(
    struct glp_prob *problem, int32_t row, double lower, double upper, glpk_guard_log log
) {
    struct number_arguments arguments = {problem, row, lower, upper};
    return run(set_row_bounds_body, &arguments, log);
}

static int set_column_bounds_body(void *info) {
    struct number_arguments *a = info;
    set_column_bounds(a->problem, a->index, a->first, a->second);
    return 0;
}

int glpk_guard_set_column_bounds(
    struct glp_prob *problem, int32_t column, double lower, double upper, glpk_guard_log log
) {
    struct number_arguments arguments = {problem, column, lower, upper};
    return run(set_column_bounds_body, &arguments, log);
}

static int set_cost_body(void *info) {
    struct number_arguments *a = info;
    glp_set_obj_coef(a->problem, a->index, a->first);
    return 0;
}

int glpk_guard_set_cost(struct glp_prob *problem, int32_t column, double cost, glpk_guard_log log) {
    struct number_arguments arguments = {problem, column, cost, 0};
    return run(set_cost_body, &arguments, log);
}

static int delete_columns_body(void *info) {
    struct matrix_arguments *a = info;
    glp_del_cols(a->problem, a->count, a->columns);
    return 0;
}

int glpk_guard_delete_columns(
    struct glp_prob *problem, int32_t count, const int32_t *columns, glpk_guard_log log
) {
    struct matrix_arguments arguments = {.problem = problem, .count = count, .columns = columns};
    return run(delete_columns_body, &arguments, log);
}

// MARK: Simplex

struct simplex_arguments {
    glp_prob *problem;
    const glpk_guard_simplex_settings *settings;
    int64_t *pivots;
};

static int simplex_body(void *info) {
    struct simplex_arguments *a = info;
    glp_smcp settings;
    glp_init_smcp(&settings);
    settings.msg_lev = GLP_MSG_ERR;
    settings.meth = a->settings->method;
    settings.pricing = a->settings->pricing;
    settings.r_test = a->settings->ratio_test;
    settings.it_lim = a->settings->pivot_limit;
    settings.tm_lim = a->settings->time_limit_milliseconds;
    settings.tol_bnd = a->settings->primal_tolerance;
    settings.tol_dj = a->settings->dual_tolerance;
    settings.presolve = GLP_OFF;
    // GLPK's counter is an int and runs over all calls: begin each at 0.
    glp_set_it_cnt(a->problem, 0);
    int code = glp_simplex(a->problem, &settings);
    *a->pivots += glp_get_it_cnt(a->problem);
    return code;
}

int glpk_guard_simplex(
    struct glp_prob *problem, const glpk_guard_simplex_settings *settings, int64_t *pivots, glpk_guard_log log
) {
    struct simplex_arguments arguments = {problem, settings, pivots};
    return run(simplex_body, &arguments, log);
}

static int standard_basis_body(void *info) {
    glp_std_basis(info);
    return 0;
}

int glpk_guard_standard_basis(struct glp_prob *problem, glpk_guard_log log) {
    return run(standard_basis_body, problem, log);
}

struct basis_arguments {
    glp_prob *problem;
    const int *row_statuses, *column_statuses;
    int *row_results, *column_results;
};

static int set_basis_body(void *info) {
    struct basis_arguments *a = info;
    int rows = glp_get_num_rows(a->problem), columns = glp_get_num_cols(a->problem);
    for (int i = 1; i <= rows; i++) glp_set_row_stat(a->problem, i, a->row_statuses[i]);
    for (int j = 1; j <= columns; j++) glp_set_col_stat(a->problem, j, a->column_statuses[j]);
    return 0;
}

int glpk_guard_set_basis(
    struct glp_prob *problem, const int32_t *row_statuses, const int32_t *column_statuses, glpk_guard_log log
) {
    struct basis_arguments arguments = {problem, row_statuses, column_statuses, NULL, NULL};
    return run(set_basis_body, &arguments, log);
}

static int get_basis_body(void *info) {
    struct basis_arguments *a = info;
    int rows = glp_get_num_rows(a->problem), columns = glp_get_num_cols(a->problem);
    for (int i = 1; i <= rows; i++) a->row_results[i] = glp_get_row_stat(a->problem, i);
    for (int j = 1; j <= columns; j++) a->column_results[j] = glp_get_col_stat(a->problem, j);
    return 0;
}

int glpk_guard_get_basis(
    struct glp_prob *problem, int32_t *row_statuses, int32_t *column_statuses, glpk_guard_log log
) {
    struct basis_arguments arguments = {problem, NULL, NULL, row_statuses, column_statuses};
    return run(get_basis_body, &arguments, log);
}

static int column_status_body(void *info) {
    struct number_arguments *a = info;
    return glp_get_col_stat(a->problem, a->index);
}

int glpk_guard_column_status(struct glp_prob *problem, int32_t column, glpk_guard_log log) {
    struct number_arguments arguments = {problem, column, 0, 0};
    return run(column_status_body, &arguments, log);
}

struct status_arguments {
    glp_prob *problem;
    int *primal, *dual;
    double *objective;
};

static int statuses_body(void *info) {
    struct status_arguments *a = info;
    *a->primal = glp_get_prim_stat(a->problem);
    *a->dual = glp_get_dual_stat(a->problem);
    *a->objective = glp_get_obj_val(a->problem);
    return 0;
}

int glpk_guard_statuses(
    struct glp_prob *problem, int32_t *primal, int32_t *dual, double *objective, glpk_guard_log log
) {
    struct status_arguments arguments = {problem, primal, dual, objective};
    return run(statuses_body, &arguments, log);
}

struct solution_arguments {
    glp_prob *problem;
    double *objective, *row_values, *row_duals, *column_values, *column_duals;
};

static int get_solution_body(void *info) {
    struct solution_arguments *a = info;
    int rows = glp_get_num_rows(a->problem), columns = glp_get_num_cols(a->problem);
    *a->objective = glp_get_obj_val(a->problem);
    for (int i = 1; i <= rows; i++) {
        a->row_values[i] = glp_get_row_prim(a->problem, i);
        a->row_duals[i] = glp_get_row_dual(a->problem, i);
    }
    for (int j = 1; j <= columns; j++) {
        a->column_values[j] = glp_get_col_prim(a->problem, j);
        a->column_duals[j] = glp_get_col_dual(a->problem, j);
    }
    return 0;
}

int glpk_guard_get_solution(
    struct glp_prob *problem, double *objective, double *row_values, double *row_duals, double *column_values,
    double *column_duals, glpk_guard_log log
) {
    struct solution_arguments arguments = {problem, objective, row_values, row_duals, column_values, column_duals};
    return run(get_solution_body, &arguments, log);
}

// MARK: Presolve

struct presolve_arguments {
    glp_prob *problem;
    int for_integers;
    int factor_updates;
    glp_prep **workspace;
    glp_prob **reduced;
};

static int presolve_body(void *info) {
    struct presolve_arguments *a = info;
    *a->workspace = glp_npp_alloc_wksp();
    glp_npp_load_prob(*a->workspace, a->problem, a->for_integers ? GLP_MIP : GLP_SOL, GLP_OFF);
    int code = glp_npp_preprocess1(*a->workspace, a->for_integers ? GLP_ON : GLP_OFF);
    if (code != 0) return code;
    *a->reduced = glp_create_prob();
    set_factor_updates(*a->reduced, a->factor_updates);
    glp_npp_build_prob(*a->workspace, *a->reduced);
    glp_scale_prob(
        *a->reduced, a->for_integers ? GLP_SF_GM | GLP_SF_EQ | GLP_SF_2N | GLP_SF_SKIP : GLP_SF_AUTO
    );
    glp_adv_basis(*a->reduced, 0);
    return 0;
}

int glpk_guard_presolve(
    struct glp_prob *problem, int32_t for_integers, int32_t factor_updates, struct glp_prep **workspace,
    struct glp_prob **reduced, glpk_guard_log log
) {
    struct presolve_arguments arguments = {problem, for_integers, factor_updates, workspace, reduced};
    return run(presolve_body, &arguments, log);
}

struct postsolve_arguments {
    glp_prep *workspace;
    glp_prob *reduced, *problem;
};

static int postsolve_body(void *info) {
    struct postsolve_arguments *a = info;
    glp_npp_postprocess(a->workspace, a->reduced);
    glp_npp_obtain_sol(a->workspace, a->problem);
    return 0;
}

int glpk_guard_postsolve(
    struct glp_prep *workspace, struct glp_prob *reduced, struct glp_prob *problem, glpk_guard_log log
) {
    struct postsolve_arguments arguments = {workspace, reduced, problem};
    return run(postsolve_body, &arguments, log);
}

static int free_workspace_body(void *info) {
    glp_npp_free_wksp(info);
    return 0;
}

int glpk_guard_free_workspace(struct glp_prep *workspace, glpk_guard_log log) {
    return run(free_workspace_body, workspace, log);
}

// MARK: Branch and bound

struct tree_arguments {
    glp_prob *problem;
    const glpk_guard_tree_settings *settings;
    const double *start;
    glpk_guard_observer observer;
    void *context;
};

static void on_tree_event(glp_tree *tree, void *info) {
    struct tree_arguments *a = info;
    glp_prob *problem = glp_ios_get_prob(tree);
    if (a->start != NULL && glp_ios_reason(tree) == GLP_IHEUR) {
        glp_ios_heur_sol(tree, a->start);
        a->start = NULL;
    }
    glpk_guard_tree_state state = {0, 0, 0, -HUGE_VAL};
    glp_ios_tree_size(tree, NULL, NULL, &state.nodes);
    int status = glp_mip_status(problem);
    if (status == GLP_FEAS || status == GLP_OPT) {
        state.has_incumbent = 1;
        state.objective = glp_mip_obj_val(problem);
    }
    int best = glp_ios_best_node(tree);
    if (best != 0) {
        double bound = glp_ios_node_bound(tree, best);
        // Before its relaxation is solved, a root has the most negative number as its bound.
        if (bound > -1e300) state.best_bound = bound;
    }
    if (a->observer(a->context, &state) != 0) glp_ios_terminate(tree);
}

static int branch_and_bound_body(void *info) {
    struct tree_arguments *a = info;
    glp_iocp settings;
    glp_init_iocp(&settings);
    int cuts = a->settings->cuts ? GLP_ON : GLP_OFF;
    settings.msg_lev = GLP_MSG_ERR;
    settings.br_tech = a->settings->branching;
    settings.bt_tech = a->settings->backtracking;
    settings.tm_lim = a->settings->time_limit_milliseconds;
    settings.mip_gap = a->settings->relative_gap;
    settings.tol_int = a->settings->integer_tolerance;
    settings.mir_cuts = settings.gmi_cuts = settings.cov_cuts = settings.clq_cuts = cuts;
    settings.fp_heur = a->settings->feasibility_pump ? GLP_ON : GLP_OFF;
    settings.presolve = GLP_OFF;
    settings.cb_func = on_tree_event;
    settings.cb_info = a;
    return glp_intopt(a->problem, &settings);
}

int glpk_guard_branch_and_bound(
    struct glp_prob *problem, const glpk_guard_tree_settings *settings, const double *start,
    glpk_guard_observer observer, void *context, glpk_guard_log log
) {
    struct tree_arguments arguments = {problem, settings, start, observer, context};
    return run(branch_and_bound_body, &arguments, log);
}

static int integer_status_body(void *info) { return glp_mip_status(info); }

int glpk_guard_integer_status(struct glp_prob *problem, glpk_guard_log log) {
    return run(integer_status_body, problem, log);
}

static int get_integer_solution_body(void *info) {
    struct solution_arguments *a = info;
    int columns = glp_get_num_cols(a->problem);
    *a->objective = glp_mip_obj_val(a->problem);
    for (int j = 1; j <= columns; j++) a->column_values[j] = glp_mip_col_val(a->problem, j);
    return 0;
}

int glpk_guard_get_integer_solution(
    struct glp_prob *problem, double *objective, double *column_values, glpk_guard_log log
) {
    struct solution_arguments arguments = {
        .problem = problem, .objective = objective, .column_values = column_values
    };
    return run(get_integer_solution_body, &arguments, log);
}

// MARK: Counts and files

static int row_count_body(void *info) { return glp_get_num_rows(info); }

int glpk_guard_row_count(struct glp_prob *problem, glpk_guard_log log) { return run(row_count_body, problem, log); }

static int column_count_body(void *info) { return glp_get_num_cols(info); }

int glpk_guard_column_count(struct glp_prob *problem, glpk_guard_log log) {
    return run(column_count_body, problem, log);
}

struct file_arguments {
    glp_prob *problem;
    const char *path;
};

static int read_lp_file_body(void *info) {
    struct file_arguments *a = info;
    return glp_read_lp(a->problem, NULL, a->path) == 0 ? 0 : 1;
}

int glpk_guard_read_lp_file(struct glp_prob *problem, const char *path, glpk_guard_log log) {
    struct file_arguments arguments = {problem, path};
    return run(read_lp_file_body, &arguments, log);
}
