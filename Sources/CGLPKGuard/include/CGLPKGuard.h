// Calls into GLPK that survive its fatal errors.
//
// GLPK answers a bad argument or a lack of memory by printing two lines and calling abort(). Each function here sets
// an error hook that jumps back into this file, makes its GLPK calls, and takes the hook off again. No frame of
// another language lies between setjmp and longjmp. What GLPK would print is collected in `log` instead.
//
// Rules for the caller:
// - A function that returns GLPK_GUARD_FAULT has lost every problem of its thread: touch none of them again, and call
//   glpk_guard_free_environment as the last act of the thread.
// - Numbers of rows and columns start at 1, and arrays of them have an unused place 0, as everywhere in GLPK.
// - `log.text` must have room for `log.capacity` bytes; it is filled with the last text that GLPK wrote.

#ifndef VEILLEUR_CGLPK_GUARD_H
#define VEILLEUR_CGLPK_GUARD_H

#include <stddef.h>
#include <stdint.h>

// Opaque, so that this header does not hand GLPK's own declarations to its readers.
struct glp_prob;
struct glp_prep;

// Returned when GLPK met a fatal error; all other results are zero or positive.
#define GLPK_GUARD_FAULT (-1)

// Where the last text written by GLPK goes, ended by a zero byte.
typedef struct {
    char *text;
    size_t capacity;
} glpk_guard_log;

// Settings of one simplex run; constants as in glpk.h.
typedef struct {
    int32_t method;
    int32_t pricing;
    int32_t ratio_test;
    int32_t pivot_limit;
    int32_t time_limit_milliseconds;
    double primal_tolerance;
    double dual_tolerance;
} glpk_guard_simplex_settings;

// Settings of one branch and bound; constants as in glpk.h.
typedef struct {
    int32_t branching;
    int32_t backtracking;
    int32_t time_limit_milliseconds;
    int32_t cuts;
    int32_t feasibility_pump;
    double relative_gap;
    double integer_tolerance;
} glpk_guard_tree_settings;

// State of a running branch and bound.
typedef struct {
    int32_t has_incumbent;
    int32_t nodes;
    double objective;
    double best_bound;
} glpk_guard_tree_state;

// Asked at every event of the tree; a result other than 0 ends the search. Must neither call GLPK nor unwind.
typedef int32_t (*glpk_guard_observer)(void *context, const glpk_guard_tree_state *state);

// Version of the library in use, such as "5.0".
const char *glpk_guard_version(void);

// Takes GLPK's text off the terminal for the calling thread, for calls outside any guard.
void glpk_guard_silence(void);

// Frees all memory of GLPK on the calling thread, with every problem that is left. Last act of a thread.
void glpk_guard_free_environment(void);

// Makes an empty problem to be minimised. `factor_updates` is the number of updates between factorisations.
int glpk_guard_create(struct glp_prob **problem, int32_t factor_updates, glpk_guard_log log);

// Frees a problem.
int glpk_guard_delete(struct glp_prob *problem, glpk_guard_log log);

// Adds columns. Coefficients of column k of `count` are at starts[k] + 1 ... starts[k + 1] of `rows` and
// `coefficients`. Infinite bounds mean none. Returns the number of the first new column.
int glpk_guard_add_columns(
    struct glp_prob *problem, int32_t count, const double *lower, const double *upper, const double *cost,
    const uint8_t *is_integer, const int32_t *starts, const int32_t *rows, const double *coefficients,
    glpk_guard_log log
);

// Adds rows, as glpk_guard_add_columns.
int glpk_guard_add_rows(
    struct glp_prob *problem, int32_t count, const double *lower, const double *upper, const int32_t *starts,
    const int32_t *columns, const double *coefficients, glpk_guard_log log
);

// Replaces the whole matrix by `count` coefficients at places 1 ... count.
int glpk_guard_load_matrix(
    struct glp_prob *problem, int32_t count, const int32_t *rows, const int32_t *columns, const double *coefficients,
    glpk_guard_log log
);

// Sets the bounds of a row or a column; infinite bounds mean none.
int glpk_guard_set_row_bounds(
    struct glp_prob *problem, int32_t row, double lower, double upper, glpk_guard_log log
);
int glpk_guard_set_column_bounds(
    struct glp_prob *problem, int32_t column, double lower, double upper, glpk_guard_log log
);

// Sets the cost of a column; column 0 is the constant of the objective.
int glpk_guard_set_cost(struct glp_prob *problem, int32_t column, double cost, glpk_guard_log log);

// Deletes the columns at places 1 ... count of `columns`; count must be positive.
int glpk_guard_delete_columns(
    struct glp_prob *problem, int32_t count, const int32_t *columns, glpk_guard_log log
);

// Runs the simplex method without presolve from the present basis. Returns a code of glp_simplex and adds the pivots
// made to `pivots`.
int glpk_guard_simplex(
    struct glp_prob *problem, const glpk_guard_simplex_settings *settings, int64_t *pivots, glpk_guard_log log
);

// Puts every row into the basis.
int glpk_guard_standard_basis(struct glp_prob *problem, glpk_guard_log log);

// Sets all statuses, from places 1 on; constants as in glpk.h, made to fit the bounds by GLPK.
int glpk_guard_set_basis(
    struct glp_prob *problem, const int32_t *row_statuses, const int32_t *column_statuses, glpk_guard_log log
);

// Reads all statuses, from places 1 on.
int glpk_guard_get_basis(
    struct glp_prob *problem, int32_t *row_statuses, int32_t *column_statuses, glpk_guard_log log
);

// Reads the status of one column.
int glpk_guard_column_status(struct glp_prob *problem, int32_t column, glpk_guard_log log);

// Reads both statuses of the basic solution, and its objective.
int glpk_guard_statuses(
    struct glp_prob *problem, int32_t *primal, int32_t *dual, double *objective, glpk_guard_log log
);

// Reads the basic solution, from places 1 on.
int glpk_guard_get_solution(
    struct glp_prob *problem, double *objective, double *row_values, double *row_duals, double *column_values,
    double *column_duals, glpk_guard_log log
);

// Presolves for the simplex method (`for_integers` 0) or for branch and bound (1) and makes the reduced problem, scaled
// and with an advanced basis. Returns 0, GLP_ENOPFS or GLP_ENODFS; `reduced` is made only with 0. `workspace` is to
// be freed in any case but a fault.
int glpk_guard_presolve(
    struct glp_prob *problem, int32_t for_integers, int32_t factor_updates, struct glp_prep **workspace,
    struct glp_prob **reduced, glpk_guard_log log
);

// Carries the solution of the reduced problem back; it must be optimal, or whole when presolved for integers.
int glpk_guard_postsolve(
    struct glp_prep *workspace, struct glp_prob *reduced, struct glp_prob *problem, glpk_guard_log log
);

// Frees the memory of a presolve.
int glpk_guard_free_workspace(struct glp_prep *workspace, glpk_guard_log log);

// Runs branch and bound without presolve from an optimal basis. `start` (places from 1, or NULL) is a feasible
// solution. Returns a code of glp_intopt.
int glpk_guard_branch_and_bound(
    struct glp_prob *problem, const glpk_guard_tree_settings *settings, const double *start,
    glpk_guard_observer observer, void *context, glpk_guard_log log
);

// Reads the status of the integer solution.
int glpk_guard_integer_status(struct glp_prob *problem, glpk_guard_log log);

// Reads the integer solution, from places 1 on.
int glpk_guard_get_integer_solution(
    struct glp_prob *problem, double *objective, double *column_values, glpk_guard_log log
);

// Counts of rows and columns.
int glpk_guard_row_count(struct glp_prob *problem, glpk_guard_log log);
int glpk_guard_column_count(struct glp_prob *problem, glpk_guard_log log);

// Reads a file in CPLEX LP format into an empty problem. Returns 0, or another number when the file has faults.
int glpk_guard_read_lp_file(struct glp_prob *problem, const char *path, glpk_guard_log log);

#endif
