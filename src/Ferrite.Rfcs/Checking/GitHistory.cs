using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ferrite.Rfcs.Documents;
using Ferrite.Rfcs.Model;

namespace Ferrite.Rfcs.Checking;

/// <summary>The committed versions of each numbered RFC on the way that the branch itself took, asked of git in two calls.</summary>
internal sealed class GitHistory
{
    private readonly Dictionary<int, List<GitVersion>> _versions = [];

    private GitHistory(bool isShallow) => IsShallow = isShallow;

    /// <summary>Whether the history was cut off, as CI servers do.</summary>
    internal bool IsShallow { get; }

    internal IEnumerable<int> Numbers => _versions.Keys;

    /// <summary>The newest first; empty for what was never committed.</summary>
    internal IReadOnlyList<GitVersion> Of(int number) => _versions.TryGetValue(number, out List<GitVersion>? found) ? found : [];

    /// <summary>Null where there is nothing to ask, with the reason.</summary>
    internal static GitHistory? Read(string folder, out string? whyNot)
    {
        try
        {
            whyNot = null;
            if (Text(Run(folder, [], "rev-parse", "--is-inside-work-tree")) is not "true")
            {
                whyNot = "it is not in a git work tree";
                return null;
            }

            var history = new GitHistory(Text(Run(folder, [], "rev-parse", "--is-shallow-repository")) is "true");
            if (Text(Run(folder, [], "rev-list", "-n", "1", "--all")).Length > 0)
            {
                history.Fill(folder);
            }

            return history;
        }
        catch (Exception e) when (e is Win32Exception or IOException)
        {
            whyNot = e.Message;
            return null;
        }
    }

    private void Fill(string folder)
    {
        // ":mode mode blob blob status\0path\0", behind a line for each commit.
        string log = Encoding.UTF8.GetString(Run(folder, [], "log", "--first-parent", "-m", "--raw", "-z", "--no-renames", "--no-abbrev", "--relative", "--format=%x01%H", "--", "."));
        var entries = new List<(int Number, string Commit, string Blob)>();
        string commit = "";
        string[] parts = log.Split('\0', StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i < parts.Length; i++)
        {
            string part = parts[i].TrimStart('\n');
            if (part.StartsWith('\u0001'))
            {
                commit = part[1..].TrimEnd('\n');
            }
            else if (part.StartsWith(':') && i + 1 < parts.Length)
            {
                string[] words = part.Split(' ');
                string path = parts[++i];
                if (words is [_, _, _, var blob, not "D"] && RfcFileName.Parse(path) is { Language: null, Number: > 0 and var number })
                {
                    entries.Add((number, commit, blob));
                }
            }
        }

        ReadBlobs(folder, entries);
    }

    private void ReadBlobs(string folder, List<(int Number, string Commit, string Blob)> entries)
    {
        byte[] output = Run(folder, Encoding.ASCII.GetBytes(string.Concat(entries.Select(static entry => entry.Blob + "\n"))), "cat-file", "--batch");
        int at = 0;
        foreach ((int number, string commit, string _) in entries)
        {
            // "blob type size\n", the bytes, "\n".
            int lineEnd = at + output.AsSpan(at).IndexOf((byte)'\n');
            string[] head = Encoding.ASCII.GetString(output.AsSpan()[at..lineEnd]).Split(' ');
            if (head is not [_, "blob", var length])
            {
                throw new IOException($"git has lost a version of RFC {Names.Of(number)}: {string.Join(' ', head)}");
            }

            int size = int.Parse(length, NumberStyles.None, CultureInfo.InvariantCulture);
            if (!_versions.TryGetValue(number, out List<GitVersion>? versions))
            {
                _versions[number] = versions = [];
            }

            versions.Add(new GitVersion(commit, new RfcDocument(output.AsSpan(lineEnd + 1, size))));
            at = lineEnd + 1 + size + 1;
        }
    }

    private static string Text(byte[] output) => Encoding.UTF8.GetString(output).Trim();

    /// <exception cref="IOException">git ended with an error.</exception>
    /// <exception cref="Win32Exception">There is no git.</exception>
    private static byte[] Run(string folder, byte[] input, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process git = Process.Start(start)!;
        Task<string> errors = git.StandardError.ReadToEndAsync();
        Task feed = Task.Run(() =>
        {
            git.StandardInput.BaseStream.Write(input);
            git.StandardInput.Close();
        });
        using var output = new MemoryStream();
        git.StandardOutput.BaseStream.CopyTo(output);
        feed.Wait();
        git.WaitForExit();
        return git.ExitCode == 0 ? output.ToArray() : throw new IOException($"git {arguments[0]}: {errors.GetAwaiter().GetResult().Trim()}");
    }
}
