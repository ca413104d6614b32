/* What the interop types of Windows are checked against: the headers of mingw-w64. */
#define WIN32_LEAN_AND_MEAN
#undef _WIN32_WINNT
#define _WIN32_WINNT 0x0A00
#include <winsock2.h>
#include <windows.h>

/* FILE_ID_128 is 16 bytes, which we read as two halves. */
typedef struct {
    uint64_t low;
    uint64_t high;
} ferrite_file_id_128;
_Static_assert(sizeof(ferrite_file_id_128) == sizeof(FILE_ID_128), "FILE_ID_128");
