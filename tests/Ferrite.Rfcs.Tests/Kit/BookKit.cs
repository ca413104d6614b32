using Ferrite.Rfcs.Book;
using Ferrite.TestKit;

namespace Ferrite.Rfcs.Tests.Kit;

/// <summary>A book of three RFCs: one translated, one full of traps, one plain.</summary>
internal sealed class BookKit : IDisposable
{
    private readonly Workspace _workspace = new();
    private readonly TempDirectory _directory = new();

    internal BookKit()
    {
        Model.Rfc translated = _workspace.In(Model.RfcState.Active, 1, "short-reads");
        File.AppendAllText(translated.Path, Code);
        File.WriteAllText(_workspace.PathOf("0001-short-reads.zh-TW.md"), "# 短讀取\n\n## 總結\n\n讀取永遠不會懸空，見[機制](#機制)與[原文](0001-short-reads.md#prior-art)。\n\n## 機制\n\n映射區段。\n");
        Model.Rfc traps = _workspace.Proposed(2, "traps");
        File.WriteAllBytes(Path.Combine(_workspace.Tree.TextFolder, "dot.png"), Dot);
        File.AppendAllText(traps.Path, Traps);
        _workspace.Draft("plain");
        Pages = BookBuilder.Build(_workspace.Tree, Folder, new BookOptions { Title = "Designs <&>" });
    }

    internal string Folder => _directory.File("book");

    internal int Pages { get; }

    internal Workspace Workspace => _workspace;

    internal string Read(string name) => File.ReadAllText(Path.Combine(Folder, name));

    private const string Code = """

        ```csharp
        // A <comment> & more.
        public static string Name => "text" + 42;
        ```

        """;

    private const string Traps = """

        <script>fetch("https://evil.invalid/script")</script>

        <img src="https://evil.invalid/image" onerror="alert(1)"> inline <b>bold</b>

        ![outside](https://evil.invalid/picture.png) ![inside](dot.png) [run](javascript:alert(1)) [other](0001-short-reads.md#prior-art)
        [translated](0001-short-reads.zh-TW.md#機制) [file](../teams.md) [site](https://example.invalid/)

        | a | b |
        | :- | -: |
        | 1 | 2 |

        ```html
        <script src="https://evil.invalid/code"></script>
        ```

        """;

    /// <summary>A picture of one pixel.</summary>
    private static readonly byte[] Dot = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    public void Dispose()
    {
        _workspace.Dispose();
        _directory.Dispose();
    }
}
