/* A disk that fails on demand, put before the C library (LD_PRELOAD).
 *
 * It counts the calls that write to files below a folder, and at the n-th one kills the process,
 * tears the write, or answers that the disk is full or broken. Or it writes down, in order, all
 * that reaches the disk, so that a power cut can be played out afterwards (see power.py).
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { NOTHING, KILL_BEFORE, KILL_AFTER, TORN, FULL_ONCE, FULL_EVER, EIO_ONCE, EIO_EVER };

static char root[PATH_MAX];
static size_t root_length;
static int how, at, counted, fired;
static int log_fd = -1, paths_fd = -1;

#define REAL(name) \
    static __typeof__(&name) real; \
    if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

static ssize_t raw_write(int fd, const void *bytes, size_t count) {
    return syscall(SYS_write, fd, bytes, count);
}

__attribute__((constructor)) static void begin(void) {
    const char *file = getenv("PROOF_PATHS");
    if (file) paths_fd = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

/* What the proof calls, through ctypes. */
void disk_root(const char *folder) { strncpy(root, folder, PATH_MAX - 1); root_length = strlen(root); }
void disk_arm(int mode, int number) { how = mode; at = number; counted = fired = 0; }
int disk_counted(void) { return counted; }
int disk_fired(void) { return fired; }
void disk_log(const char *file) {
    log_fd = syscall(SYS_openat, AT_FDCWD, file, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
}

static int below(const char *path) {
    return root_length && strncmp(path, root, root_length) == 0 &&
           (path[root_length] == '/' || path[root_length] == 0);
}

static int path_of(int fd, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return 1;
}

static void full_path(int dir, const char *name, char *path) {
    char base[PATH_MAX] = "";
    if (name[0] == '/') { strncpy(path, name, PATH_MAX - 1); path[PATH_MAX - 1] = 0; return; }
    if (dir == AT_FDCWD) { if (!getcwd(base, sizeof base)) base[0] = 0; } else path_of(dir, base);
    strncpy(path, base, PATH_MAX - 1);
    strncat(path, "/", PATH_MAX - 1 - strlen(path));
    strncat(path, name, PATH_MAX - 1 - strlen(path));
}

static void die(void) { kill(getpid(), SIGKILL); for (;;) pause(); }

/* The fault that is due at this call; ENOSPC or EIO is returned, a kill before the call happens. */
static int due(void) {
    if (!how) return 0;
    counted++;
    int hit = counted == at, after = counted > at;
    if (hit) fired = 1;
    if (hit && how == KILL_BEFORE) die();
    if (hit && (how == KILL_AFTER || how == TORN)) return -how;
    if ((hit && how == FULL_ONCE) || ((hit || after) && how == FULL_EVER)) return ENOSPC;
    if ((hit && how == EIO_ONCE) || ((hit || after) && how == EIO_EVER)) return EIO;
    return 0;
}

static void note(char what, const char *path, uint64_t where, const void *bytes, uint32_t count) {
    if (log_fd < 0) return;
    const char *inside = path + root_length;
    uint16_t length = strlen(inside);
    char *line = malloc(1 + 2 + length + 8 + 4 + count);
    char *p = line;
    *p++ = what;
    memcpy(p, &length, 2); p += 2;
    memcpy(p, inside, length); p += length;
    memcpy(p, &where, 8); p += 8;
    memcpy(p, &count, 4); p += 4;
    memcpy(p, bytes, count); p += count;
    raw_write(log_fd, line, p - line);
    free(line);
}

void disk_mark(const char *words) {
    if (log_fd >= 0) note('M', root, 0, words, strlen(words));
}

static void tell_path(const char *path) {
    char line[PATH_MAX + 1];
    if (paths_fd < 0) return;
    int length = snprintf(line, sizeof line, "%s\n", path);
    raw_write(paths_fd, line, length);
}

/* ---- writing */

static ssize_t put(int fd, const void *bytes, size_t count, off64_t where, int positioned,
                   ssize_t (*really)(int, const void *, size_t, off64_t)) {
    char path[PATH_MAX];
    if (!root_length || !path_of(fd, path) || !below(path)) return really(fd, bytes, count, where);
    int fault = due();
    if (fault > 0) { errno = fault; return -1; }
    if (fault == -TORN) { really(fd, bytes, count / 2, where); die(); }
    if (!positioned) {
        struct stat64 facts;
        int append = fcntl(fd, F_GETFL) & O_APPEND;
        where = append && fstat64(fd, &facts) == 0 ? facts.st_size : lseek64(fd, 0, SEEK_CUR);
    }
    ssize_t done = really(fd, bytes, count, positioned ? where : 0);
    if (done > 0) note('W', path, where, bytes, done);
    if (fault == -KILL_AFTER) die();
    return done;
}

static ssize_t really_write(int fd, const void *bytes, size_t count, off64_t where) {
    (void)where;
    REAL(write);
    return real(fd, bytes, count);
}
static ssize_t really_pwrite(int fd, const void *bytes, size_t count, off64_t where) {
    REAL(pwrite64);
    return real(fd, bytes, count, where);
}
ssize_t write(int fd, const void *bytes, size_t count) { return put(fd, bytes, count, 0, 0, really_write); }
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t where) { return put(fd, bytes, count, where, 1, really_pwrite); }
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t where) { return put(fd, bytes, count, where, 1, really_pwrite); }

/* ---- what takes a descriptor */

#define ON_FD(name, what, where, really) \
    char path[PATH_MAX]; \
    if (!root_length || !path_of(fd, path) || !below(path)) return really; \
    int fault = due(); \
    if (fault > 0) { errno = fault; return -1; } \
    int done = really; \
    if (done == 0) note(what, path, where, "", 0); \
    if (fault < 0) die(); \
    return done;

int fsync(int fd) { REAL(fsync); ON_FD(fsync, 'S', 0, real(fd)) }
int fdatasync(int fd) { REAL(fdatasync); ON_FD(fdatasync, 'S', 0, real(fd)) }
int ftruncate(int fd, off_t size) { REAL(ftruncate64); ON_FD(ftruncate, 'T', size, real(fd, size)) }
int ftruncate64(int fd, off64_t size) { REAL(ftruncate64); ON_FD(ftruncate, 'T', size, real(fd, size)) }

/* ---- what takes a name */

static int named(char what, int dir, const char *name, int (*really)(int, const char *, int), int extra) {
    char path[PATH_MAX];
    full_path(dir, name, path);
    tell_path(path);
    if (!below(path)) return really(dir, name, extra);
    int fault = due();
    if (fault > 0) { errno = fault; return -1; }
    int done = really(dir, name, extra);
    if (done == 0) note(what, path, 0, "", 0);
    if (fault < 0) die();
    return done;
}

static int really_unlink(int dir, const char *name, int flags) { return syscall(SYS_unlinkat, dir, name, flags); }
static int really_mkdir(int dir, const char *name, int mode) { return syscall(SYS_mkdirat, dir, name, mode); }
int unlink(const char *name) { return named('U', AT_FDCWD, name, really_unlink, 0); }
int rmdir(const char *name) { return named('X', AT_FDCWD, name, really_unlink, AT_REMOVEDIR); }
int unlinkat(int dir, const char *name, int flags) { return named(flags & AT_REMOVEDIR ? 'X' : 'U', dir, name, really_unlink, flags); }
int mkdir(const char *name, mode_t mode) { return named('D', AT_FDCWD, name, really_mkdir, mode); }
int mkdirat(int dir, const char *name, mode_t mode) { return named('D', dir, name, really_mkdir, mode); }

static int move(int from_dir, const char *from, int to_dir, const char *to) {
    char path[PATH_MAX], target[PATH_MAX];
    full_path(from_dir, from, path);
    full_path(to_dir, to, target);
    tell_path(target);
    if (!below(path) && !below(target)) return syscall(SYS_renameat2, from_dir, from, to_dir, to, 0);
    int fault = due();
    if (fault > 0) { errno = fault; return -1; }
    int done = syscall(SYS_renameat2, from_dir, from, to_dir, to, 0);
    if (done == 0) note('R', path, 0, target + root_length, strlen(target + root_length));
    if (fault < 0) die();
    return done;
}
int rename(const char *from, const char *to) { return move(AT_FDCWD, from, AT_FDCWD, to); }
int renameat(int a, const char *from, int b, const char *to) { return move(a, from, b, to); }

static int open_any(int dir, const char *name, int flags, mode_t mode) {
    char path[PATH_MAX];
    int writes = (flags & O_ACCMODE) != O_RDONLY || (flags & (O_CREAT | O_TRUNC));
    if (!writes) return syscall(SYS_openat, dir, name, flags, mode);
    full_path(dir, name, path);
    tell_path(path);
    if (!below(path)) return syscall(SYS_openat, dir, name, flags, mode);
    int fault = due();
    if (fault > 0) { errno = fault; return -1; }
    int there = faccessat(dir, name, F_OK, 0) == 0;
    int fd = syscall(SYS_openat, dir, name, flags, mode);
    if (fd >= 0 && !there) note('C', path, 0, "", 0);
    if (fd >= 0 && there && (flags & O_TRUNC)) note('T', path, 0, "", 0);
    if (fault < 0) die();
    return fd;
}

#define MODE \
    mode_t mode = 0; \
    if (flags & (O_CREAT | __O_TMPFILE)) { va_list rest; va_start(rest, flags); mode = va_arg(rest, mode_t); va_end(rest); }

int open(const char *name, int flags, ...) { MODE return open_any(AT_FDCWD, name, flags, mode); }
int open64(const char *name, int flags, ...) { MODE return open_any(AT_FDCWD, name, flags | O_LARGEFILE, mode); }
int openat(int dir, const char *name, int flags, ...) { MODE return open_any(dir, name, flags, mode); }
int openat64(int dir, const char *name, int flags, ...) { MODE return open_any(dir, name, flags, mode); }
int creat(const char *name, mode_t mode) { return open_any(AT_FDCWD, name, O_CREAT | O_WRONLY | O_TRUNC, mode); }
int __open_2(const char *name, int flags) { return open_any(AT_FDCWD, name, flags, 0); }
int __open64_2(const char *name, int flags) { return open_any(AT_FDCWD, name, flags, 0); }

/* Only told, for the proof that nothing is written anywhere else: the C library opens these itself. */
FILE *fopen(const char *name, const char *mode) {
    REAL(fopen);
    if (strpbrk(mode, "wa+")) tell_path(name);
    return real(name, mode);
}
FILE *fopen64(const char *name, const char *mode) {
    REAL(fopen64);
    if (strpbrk(mode, "wa+")) tell_path(name);
    return real(name, mode);
}
int mkstemp(char *name) { REAL(mkstemp); int fd = real(name); tell_path(name); return fd; }
int mkstemp64(char *name) { REAL(mkstemp64); int fd = real(name); tell_path(name); return fd; }
int mkostemp(char *name, int flags) { REAL(mkostemp); int fd = real(name, flags); tell_path(name); return fd; }
int mkostemp64(char *name, int flags) { REAL(mkostemp64); int fd = real(name, flags); tell_path(name); return fd; }
char *mkdtemp(char *name) { REAL(mkdtemp); char *made = real(name); tell_path(name); return made; }
int symlink(const char *to, const char *name) { tell_path(name); return syscall(SYS_symlinkat, to, AT_FDCWD, name); }
int link(const char *from, const char *name) { tell_path(name); return syscall(SYS_linkat, AT_FDCWD, from, AT_FDCWD, name, 0); }
