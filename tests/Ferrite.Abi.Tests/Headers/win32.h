/* What the interop types of Windows are checked against: the headers of mingw-w64. */
#define WIN32_LEAN_AND_MEAN
#undef _WIN32_WINNT
#define _WIN32_WINNT 0x0A00
#include <winsock2.h>
#include <windows.h>
#include <winioctl.h>
#include <winternl.h>

#ifndef STATUS_FILE_IS_A_DIRECTORY
/* Of ntstatus.h, which goes with windows.h only by tricks. */
#define STATUS_FILE_IS_A_DIRECTORY ((NTSTATUS)0xC00000BA)
#endif

/* REPARSE_DATA_BUFFER of a symbolic link, as in ntifs.h. */
typedef struct {
    ULONG ReparseTag;
    USHORT ReparseDataLength;
    USHORT Reserved;
    USHORT SubstituteNameOffset;
    USHORT SubstituteNameLength;
    USHORT PrintNameOffset;
    USHORT PrintNameLength;
    ULONG Flags;
    WCHAR PathBuffer[1];
} ferrite_reparse_data;

/* FILE_ID_128 is 16 bytes, which we read as two halves. */
typedef struct {
    uint64_t low;
    uint64_t high;
} ferrite_file_id_128;
_Static_assert(sizeof(ferrite_file_id_128) == sizeof(FILE_ID_128), "FILE_ID_128");
