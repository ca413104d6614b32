namespace Ferrite.SdkFloor.Tables;

/// <summary>The tables in use: those built into the tool, or a newer file of the user's, written by <c>ferrite floor tables --from</c>.</summary>
internal static class TablesStore
{
    /// <summary>FERRITE_SDK_TABLES, else a file in the user's data folder.</summary>
    internal static string UserFile { get; } = Environment.GetEnvironmentVariable("FERRITE_SDK_TABLES") is { Length: > 0 } own ? own
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "ferrite", "sdk-tables.json");

    /// <exception cref="TablesException">The user's file can't be read.</exception>
    internal static SdkTables Load()
    {
        if (!File.Exists(UserFile))
        {
            return SdkTables.Embedded;
        }

        SdkTables tables = Read(UserFile);
        return tables.NewestPreview >= SdkTables.Embedded.NewestPreview && tables.NewestStable >= SdkTables.Embedded.NewestStable ? tables : SdkTables.Embedded;
    }

    /// <exception cref="TablesException">The file can't be read.</exception>
    internal static SdkTables Read(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            return TablesFile.Read(stream);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TablesException($"{path} can't be read: {e.Message}", e);
        }
        catch (TablesException e)
        {
            throw new TablesException($"{path}: {e.Message}", e);
        }
    }

    /// <exception cref="TablesException">The file can't be written.</exception>
    internal static void Write(SdkTables tables, string path)
    {
        try
        {
            string full = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            string temporary = $"{full}.{Environment.ProcessId}";
            using (FileStream stream = File.Create(temporary))
            {
                TablesFile.Write(tables, stream);
                stream.WriteByte((byte)'\n');
            }

            File.Move(temporary, full, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new TablesException($"{path} can't be written: {e.Message}", e);
        }
    }
}
