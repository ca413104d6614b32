using Ferrite.SafetyDoc;

// dotnet run --project tools/Ferrite.SafetyDoc            writes docs/safety.md
// dotnet run --project tools/Ferrite.SafetyDoc -- --check fails if docs/safety.md is not what it would write
string root = Repository.Find();
string path = Path.Combine(root, "docs", "safety.md");
string page = SafetyPage.Write(SafetyComments.ReadAll(root));
if (!args.Contains("--check", StringComparer.Ordinal))
{
    File.WriteAllText(path, page);
    return 0;
}

if (File.Exists(path) && string.Equals(File.ReadAllText(path), page, StringComparison.Ordinal))
{
    return 0;
}

Console.Error.WriteLine("docs/safety.md is not what the SAFETY comments say. Write it anew: dotnet run --project tools/Ferrite.SafetyDoc");
return 1;
