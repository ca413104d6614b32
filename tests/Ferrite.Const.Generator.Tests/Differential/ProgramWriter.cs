using System.Globalization;
using System.Text;

namespace Ferrite.Const.Generator.Tests.Differential;

/// <summary>
/// Writes random programs that compile and end. In the grammar from the start: places and copies, where silent wrong answers come from
/// (<c>a[i++] = b ? 5 : 6</c>, <c>s.x = f(ref s)</c>, compound assignment on indexers, structs by value and by reference, captured variables).
/// </summary>
internal sealed partial class ProgramWriter(Random random)
{
    private static readonly string[] Numbers = ["sbyte", "byte", "short", "ushort", "int", "uint", "long", "ulong"];

    private readonly StringBuilder _text = new();
    private readonly List<Named> _scope = [];
    private readonly List<Function> _functions = [];
    private int _names;
    private int _loops;
    private bool _inFunction;

    internal static string Write(Random random, string name) => new ProgramWriter(random).Write(name);

    private string Write(string name)
    {
        _text.Append(CultureInfo.InvariantCulture, $$"""
            [ConstFn] public static class {{name}} {
            public enum E : {{Pick("byte", "int", "long")}} { A, B = 3, C, D = 7 }
            public struct In { public {{Number()}} X; public int Y; }
            public struct S {
              public int X; public {{Number()}} Y; public In I; public string T;
              public S(int x) { X = x; Y = 3; I = default; T = "t"; }
              public int M(int k) { X = unchecked(X + k); return X; }
              public int this[int i] { get => unchecked(X + i); set => X = unchecked(value - i); }
              public int P { readonly get => unchecked(X * 2); set => X = value; }
              public readonly void Deconstruct(out int x, out long y) { x = X; y = unchecked((long)I.Y * 3); }
            }
            public record R(int A, R? Next) { public virtual int V(int k) => unchecked(A + k); }
            public record Q(int A, R? Next, string N) : R(A, Next) { public override int V(int k) => unchecked(base.V(k) * 5 - N.Length); }

            """);
        _text.Append(Helpers);
        int functions = random.Next(1, 4);
        for (int i = 0; i < functions; i++) WriteFunction(i);
        WriteRun();
        _text.Append("}\n");
        return _text.ToString();
    }

    private void WriteFunction(int number)
    {
        string result = Pick("int", "int", Number(), "bool", "string", "S");
        var parameters = new List<(string Type, bool IsRef)>();
        for (int i = random.Next(0, 3); i >= 0; i--) parameters.Add((Pick("int", Number(), "S", "int[]", "string", "long"), random.Next(3) == 0));
        _scope.Clear();
        _names = 0;
        var declared = parameters.Select(parameter => (parameter.IsRef ? "ref " : "") + parameter.Type + " " + Declare(parameter.Type)).ToList();
        _text.Append(CultureInfo.InvariantCulture, $"static {result} F{number}({string.Join(", ", declared)}) {{\n");
        _inFunction = true;
        _returns = result;
        Locals(2);
        Block(random.Next(1, 4), 1);
        _text.Append(CultureInfo.InvariantCulture, $"return {Expression(result, 2).Text};\n}}\n");
        _functions.Add(new Function("F" + number, result, parameters));
    }

    private void WriteRun()
    {
        _scope.Clear();
        _names = 0;
        _inFunction = false;
        _returns = "string";
        _text.Append("public static string Run() {\n");
        Locals(6);
        foreach (string type in (string[])["int", "long", "S", "S[]", "int[]", Number() + "[]", "string", "bool", "double", "E", "R", "char", Pick(Rare), Pick(Rare)]) Local(type);
        var locals = new List<Named>(_scope);
        int localFunctions = random.Next(0, 3), before = _functions.Count;
        var pending = new List<string>();
        for (int i = 0; i < localFunctions; i++) pending.Add(WriteLocalFunction(i));
        Block(random.Next(4, 10), 2);
        _text.Append("return ").Append(string.Join(" + \"|\" + ", locals.Select(Digest))).Append(";\n");
        foreach (string function in pending) _text.Append(function);
        _text.Append("}\n");
        _functions.RemoveRange(before, _functions.Count - before);
    }

    /// <summary>A function within the function: it reads and writes what is around it.</summary>
    private string WriteLocalFunction(int number)
    {
        int start = _text.Length, scope = _scope.Count;
        string parameter = Declare("int");
        _returns = "int";
        _text.Append(CultureInfo.InvariantCulture, $"int L{number}(int {parameter}) {{\n");
        Block(random.Next(1, 3), 0);
        _text.Append(CultureInfo.InvariantCulture, $"return {Expression("int", 2).Text};\n}}\n");
        _returns = "string";
        _scope.RemoveRange(scope, _scope.Count - scope);
        string text = _text.ToString(start, _text.Length - start);
        _text.Length = start;
        _functions.Add(new Function("L" + number, "int", [("int", false)]));
        return text;
    }

    private static string Digest(Named variable) => variable.Type switch
    {
        "S" => $"({variable.Name}.X + \",\" + {variable.Name}.Y + \",\" + {variable.Name}.I.X + \",\" + {variable.Name}.I.Y + \",\" + {variable.Name}.T)",
        "S[]" => $"({variable.Name}[0].X + \",\" + {variable.Name}[1].Y + \",\" + {variable.Name}[1].I.X + \",\" + {variable.Name}[2].I.Y)",
        "double" => $"BitConverter.DoubleToInt64Bits({variable.Name})",
        "E" => $"(long){variable.Name}",
        "R" => $"({variable.Name} is null ? -1 : {variable.Name}.A)",
        "char" => $"(int){variable.Name}",
        "float" => $"BitConverter.DoubleToInt64Bits({variable.Name})",
        "int?" => $"({variable.Name} ?? -1)",
        "(int, long)" => $"({variable.Name}.Item1 + \",\" + {variable.Name}.Item2)",
        ['i', ..] or [.., ']'] when variable.Type.EndsWith(']') => $"({variable.Name}[0] + \",\" + {variable.Name}[1] + \",\" + {variable.Name}[3])",
        _ => variable.Name,
    };

    private void Locals(int count)
    {
        for (int i = 0; i < count; i++) Local(Pick("int", Number(), Number(), "bool", "S", "int[]", "string", "char", "double", Pick(Rare)));
    }

    private void Local(string type)
    {
        string value = type switch
        {
            "S" => random.Next(2) == 0 ? $"new S({Literal("int")})" : "new S { X = 2, T = \"u\" }",
            "S[]" => "new S[3]",
            "R" => random.Next(2) == 0 ? "new R(1, new Q(2, null, \"q\"))" : "new Q(5, null, \"z\")",
            "E" => "E.B",
            _ when Rare.Contains(type) => RareLiteral(type),
            _ when type.EndsWith(']') => $"new {type[..^2]}[] {{ {Literal(type[..^2])}, {Literal(type[..^2])}, 3, 4 }}",
            _ => Literal(type),
        };
        string name = Declare(type);
        _text.Append(CultureInfo.InvariantCulture, $"{type} {name} = {value};\n");
    }

    private string Declare(string type)
    {
        string name = "v" + _names++;
        _scope.Add(new Named(name, type));
        return name;
    }

    private string Number() => Numbers[random.Next(Numbers.Length)];

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];

    private sealed record Named(string Name, string Type);

    private sealed record Function(string Name, string Result, List<(string Type, bool IsRef)> Parameters);

    private readonly record struct Code(string Text, bool IsConstant);
}
