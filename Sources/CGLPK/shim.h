// The GLPK library as Debian ships it (libglpk-dev). Only GLPKSolver imports this module.
#ifndef VEILLEUR_CGLPK_SHIM_H
#define VEILLEUR_CGLPK_SHIM_H
#include <glpk.h>
#endif
