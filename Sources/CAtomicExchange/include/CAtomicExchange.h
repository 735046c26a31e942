#ifndef CATOMICEXCHANGE_H
#define CATOMICEXCHANGE_H

/// Exchanges two paths of one file system in a single step (renameat2 with RENAME_EXCHANGE).
///
/// Returns 0, or the value of errno.
int atomic_exchange_paths(const char *first, const char *second);

/// Renames a path unless the target exists (renameat2 with RENAME_NOREPLACE).
///
/// Returns 0, or the value of errno; EEXIST when the target exists.
int atomic_rename_new(const char *source, const char *target);

#endif
