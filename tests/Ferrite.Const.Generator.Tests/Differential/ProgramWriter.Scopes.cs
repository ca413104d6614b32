namespace Ferrite.Const.Generator.Tests.Differential;

/// <summary>Cleanups on every way out, deconstruction, numbers behind type parameters, virtual calls and slices.</summary>
internal sealed partial class ProgramWriter
{
    private const string Helpers = """
        public sealed class D : IDisposable {
          private readonly int[] _at; private readonly int _n;
          public D(int[] at, int n) { _at = at; _n = n; }
          public void Dispose() => _at[0] = unchecked(_at[0] * 3 + _n);
        }
        public interface IGain { int Gain(int k); static abstract int Base { get; } }
        public struct Low : IGain { public int N; public int Gain(int k) => unchecked(N += k); public static int Base => 3; }
        public sealed class High : IGain { public int N; public int Gain(int k) => unchecked(N * k); public static int Base => 5; }
        public static int Use<T>(T t, int k) where T : IGain => unchecked(t.Gain(k) + t.Gain(2) * T.Base);
        public static T Fold<T>(T a, T b) where T : INumber<T> { T r = a; for (int i = 0; i < 2; i++) r = i == 0 ? r + b : r * b; r -= T.One; return r > T.Zero ? r / T.CreateChecked(2) : r; }

        """;

    /// <summary>What the function being written returns.</summary>
    private string _returns = "string";

    /// <summary>False where nothing fits.</summary>
    private bool Scope(int depth)
    {
        switch (random.Next(6))
        {
            case 0 or 1: return Guarded(depth);
            case 2 when Find("int[]") is { } log:
                Line($"using ({Pick("", "D d" + _names++ + " = ")}new D({log.Name}, {random.Next(9)})) {{");
                Inside(depth);
                Line("}");
                return true;
            case 3 when Find("int[]") is { } log:
                Line($"{{ using var d{_names++} = new D({log.Name}, {random.Next(9)});");
                Inside(depth);
                Line("}");
                return true;
            case 4:
                string parts = Expression("S", 2).Text;
                Line($"var ({Declare("int")}, {Declare("long")}) = {parts};");
                return true;
            case 5 when Find("int") is { } x && Find("long") is { } y && Find("S[]") is { } many:
                Line($"({x.Name}, {y.Name}) = {many.Name}[{Index()}];");
                return true;
            default: return false;
        }
    }

    /// <summary>What is in a finally doesn't fail: there a second failure would take the first one's place.</summary>
    private bool Guarded(int depth)
    {
        if (Find("int") is not { } noted) return false;
        Line("try {");
        Inside(depth);
        Line($"}} finally {{ {noted.Name} = unchecked({noted.Name} * 5 + {random.Next(9)}); }}");
        return true;
    }

    private void Inside(int depth)
    {
        int scope = _scope.Count;
        for (int i = random.Next(1, 3); i > 0; i--) Statement(depth - 1);
        if (_loops > 0 && random.Next(2) == 0) Line($"if ({Expression("bool", 1).Text}) {Pick("break", "continue")};");
        if (random.Next(4) == 0) Line($"if ({Expression("bool", 1).Text}) return {Expression(_returns, 1).Text};");
        _scope.RemoveRange(scope, _scope.Count - scope);
    }

    private string Slice() => random.Next(2) == 0 && Find("int[]") is { } items
        ? $"({items.Name} is [{Pick("_", "> 0", "var f" + _names)}, .. var w{_names}] ? w{_names}.Length + w{_names++}[0] : 7)"
        : Find("string") is { } text ? $"({text.Name} is [{Pick("'a'", "_")}, .. {{ Length: > 1 }} w{_names}] ? w{_names++}[1] : 3)" : "4";
}
