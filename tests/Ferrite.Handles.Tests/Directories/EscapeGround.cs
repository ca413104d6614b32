namespace Ferrite.Handles.Tests.Directories;

/// <summary>Files, directories and links of every kind, of which some lead outside.</summary>
public sealed class EscapeGround : IDisposable
{
    internal Playground Ground { get; } = Prepare();

    public void Dispose() => Ground.Dispose();

    private static Playground Prepare()
    {
        var ground = new Playground();
        ground.MakeFile("file");
        ground.MakeFile("dir/file");
        ground.MakeFile("deep/a/b/c/file");
        ground.MakeFile("... /..x/x..");
        (string Name, string Target)[] links =
        [
            ("out-file", "../outside/file"), ("out-dir", "../outside"), ("out-slash", "../outside/"), ("abs-file", Path.Combine(ground.Outside, "file")),
            ("abs-dir", ground.Outside), ("abs-inside", ground.Inside), ("root", "/"), ("dots", ".."), ("dir/up-out", "../../outside"),
            ("link-to-out", "out-dir"), ("dir/to-link", "../out-dir"), ("dir/out-and-in", "../../inside/file"), ("self", "."), ("proc-root", "/proc/self/root"),
            ("proc-cwd", "/proc/self/cwd"), ("hidden/dots", "./.././self/./../outside"), ("chain-out", "chain-1"), ("chain-1", "dir/../chain-2"), ("chain-2", "dots/outside"),
            ("stay", "dir/file"), ("stay-dir", "dir/"), ("dir/stay-up", "../file"), ("dir/around", "../deep/a/../../dir/./file"),
            ("deep/a/b/c/far", "../../../../self/dir/stay-up"), ("chain-in", "chain-3"), ("chain-3", "dir/../self/stay"), ("dangling", "nothing/at/all"), ("file-slash", "file/"),
            ("loop", "loop"), ("loop-1", "dir/loop-2"), ("dir/loop-2", "../loop-1"), ("forty-one", "forty-0"),
        ];
        foreach ((string name, string target) in links)
        {
            ground.MakeLink(name, target);
        }

        for (int i = 0; i < 40; i++)
        {
            ground.MakeLink($"forty-{i}", i == 39 ? "file" : $"forty-{i + 1}");
        }

        return ground;
    }
}
