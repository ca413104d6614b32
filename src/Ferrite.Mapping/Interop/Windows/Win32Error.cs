namespace Ferrite.Mapping.Interop.Windows;

/// <summary>The error codes that the calls used here document, from winerror.h.</summary>
internal enum Win32Error
{
    ERROR_FILE_NOT_FOUND = 2,
    ERROR_ACCESS_DENIED = 5,
    ERROR_INVALID_HANDLE = 6,
    ERROR_NOT_ENOUGH_MEMORY = 8,
    ERROR_OUTOFMEMORY = 14,
    ERROR_SHARING_VIOLATION = 32,
    ERROR_LOCK_VIOLATION = 33,
    ERROR_NOT_SUPPORTED = 50,
    ERROR_INVALID_PARAMETER = 87,
    ERROR_DISK_FULL = 112,
    ERROR_FILE_INVALID = 1006,
    ERROR_USER_MAPPED_FILE = 1224,
    ERROR_COMMITMENT_LIMIT = 1455,
}
