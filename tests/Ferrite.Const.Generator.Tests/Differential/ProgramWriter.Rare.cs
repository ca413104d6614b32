namespace Ferrite.Const.Generator.Tests.Differential;

/// <summary>Numbers of 128 bits, of the machine's width, decimals, floats; nullables and tuples.</summary>
internal sealed partial class ProgramWriter
{
    private static readonly string[] Rare = ["Int128", "UInt128", "nint", "nuint", "decimal", "float", "int?", "(int, long)"];

    private string RareLiteral(string type) => type switch
    {
        "Int128" => Pick("0", "1", "-7", "9223372036854775807L"),
        "UInt128" => Pick("0u", "1u", "18446744073709551615UL"),
        "nint" => Pick("0", "1", "-3", "2147483647"),
        "nuint" => Pick("0u", "1u", "4294967295u"),
        "decimal" => Pick("0m", "1.0m", "1.00m", "-3.25m", "0.1m", "79228162514264337593543950335m", "0.0000000000000000000000000001m"),
        "float" => Pick("0.5f", "1f", "-3.75f", "1e10f", "0.1f"),
        "int?" => Pick("null", "3", "-1"),
        _ => Pick("(1, 2L)", "(0, -1L)"),
    };

    /// <summary>Null where no variable is of such a type.</summary>
    private Named? FindRare() => _scope.Where(static variable => Rare.Contains(variable.Type)).ToList() is { Count: > 0 } known ? known[random.Next(known.Count)] : null;

    private Code RareExpression(string type, int depth)
    {
        if (depth <= 0 || random.Next(5) == 0) return RareLeaf(type);
        string left = RareVariable(type, depth), right = RareExpression(type, depth - 1).Text;
        return new Code(type switch
        {
            "int?" => random.Next(5) switch
            {
                0 => $"({left} {Pick("+", "-", "*")} {RareVariable(type, depth - 1)})",
                1 => $"({left} ?? {RareVariable(type, depth - 1)})",
                2 => $"({Expression("bool", depth - 1).Text} ? {left} : null)",
                3 => $"(int?)unchecked((int)({Variable(Number(), depth)}))",
                _ => left,
            },
            "(int, long)" => random.Next(3) switch
            {
                0 => $"({Expression("int", depth - 1).Text}, {Expression("long", depth - 1).Text})",
                1 => $"({Expression("bool", depth - 1).Text} ? {left} : {RareVariable(type, depth - 1)})",
                _ => left,
            },
            "decimal" => random.Next(4) switch
            {
                0 => $"(decimal)({Variable(Number(), depth)})",
                1 => $"{Pick("-", "decimal.Truncate", "Math.Abs", "Math.Floor", "decimal.Ceiling", "decimal.Round")}({left})",
                _ => $"({left} {Pick("+", "-", "*", "/", "%")} {right})",
            },
            "float" => random.Next(4) switch
            {
                0 => $"(float)({Variable(random.Next(2) == 0 ? "double" : Number(), depth)})",
                1 => $"{Pick("-", "Math.Abs", "MathF.Sqrt", "float.Floor", "MathF.Round", "MathF.Truncate")}({left})",
                _ => $"({left} {Pick("+", "-", "*", "/")} {right})",
            },
            _ => RareInteger(type, left, right, depth),
        }, false);
    }

    private string RareInteger(string type, string left, string right, int depth) => random.Next(12) switch
    {
        0 => $"({left} {Pick("<<", ">>", ">>>")} {Expression("int", depth - 1).Text})",
        1 => $"unchecked(({type})({Variable(Number(), depth)}))",
        2 => $"({type})({Variable(Number(), depth)})",
        3 => $"~({left})",
        4 when type is "Int128" or "nint" => $"-({left})",
        5 => $"unchecked({left} {Pick("+", "-", "*")} {right})",
        6 when Find(type) is { } variable => Pick($"{variable.Name}++", $"--{variable.Name}", $"({variable.Name} ^= {right})"),
        7 when type is "Int128" or "UInt128" && Find(type == "Int128" ? "UInt128" : "Int128") is { } other => Pick($"({type}){other.Name}", $"unchecked(({type}){other.Name})"),
        9 => $"{type}.{Pick("Max", "Min")}({left}, {right})",
        8 => $"({Expression("bool", depth - 1).Text} ? {left} : {RareVariable(type, depth - 1)})",
        _ => $"({left} {Pick("+", "-", "*", "/", "%", "&", "|", "^")} {right})",
    };

    private Code RareLeaf(string type) => random.Next(3) != 0 && Find(type) is { } variable ? new Code(variable.Name, false) : new Code($"({type})({RareLiteral(type)})", true);

    /// <summary>An expression that is no constant.</summary>
    private string RareVariable(string type, int depth)
    {
        Code code = RareExpression(type, depth - 1);
        if (!code.IsConstant) return code.Text;
        return Find(type) is { } variable ? variable.Name : type switch
        {
            "int?" => "(int?)\"abc\".Substring(1).Length",
            "(int, long)" => $"({Variable("int", 1)}, 5L)",
            _ => $"unchecked(({type})\"abc\".Substring(1).Length)",
        };
    }

    private string RareToInt(Named rare) => rare.Type switch
    {
        "int?" => Pick($"({rare.Name} ?? 4)", $"({rare.Name}.HasValue ? 1 : 2)", $"{rare.Name}.GetValueOrDefault()", $"({rare.Name} is {{ }} n{_names} ? n{_names++} : 5)", $"({rare.Name} > 2 ? 8 : 9)", $"{rare.Name}!.Value"),
        "(int, long)" => Pick($"{rare.Name}.Item1", $"unchecked((int){rare.Name}.Item2)", $"({rare.Name} is (> 1, var n{_names}) ? unchecked((int)n{_names++}) : 6)", $"({rare.Name} == {RareVariable(rare.Type, 1)} ? 1 : 0)"),
        "float" or "decimal" => Pick($"(int){rare.Name}", $"({rare.Name} {Pick("<", "<=", ">", ">=", "==", "!=")} {RareExpression(rare.Type, 2).Text} ? 1 : 0)"),
        _ => Pick($"(int){rare.Name}", $"unchecked((int){rare.Name})", $"(int)({rare.Name} & 127)", $"({rare.Name} {Pick("<", "<=", ">", ">=", "==", "!=")} {RareExpression(rare.Type, 2).Text} ? 1 : 0)"),
    };

    private void RareStatement(Named rare) => Line(rare.Type switch
    {
        "(int, long)" => Pick($"{rare.Name}.Item1 {Pick("+=", "-=", "=")} {Expression("int", 2).Text};", $"({rare.Name}.Item1, {rare.Name}.Item2) = ({Expression("int", 1).Text}, {rare.Name}.Item1);", $"{rare.Name}.Item2++;"),
        "int?" => Pick($"{rare.Name} ??= {Expression("int", 2).Text};", $"{rare.Name} += {RareVariable(rare.Type, 1)};", $"{rare.Name}++;"),
        "float" or "decimal" => $"{rare.Name} {Pick("+=", "-=", "*=", "/=")} {RareExpression(rare.Type, 2).Text};",
        _ => Pick($"{rare.Name} {Pick("+=", "-=", "*=", "&=", "|=", "^=")} {RareExpression(rare.Type, 2).Text};", $"{rare.Name} {Pick("<<=", ">>=", ">>>=")} {Expression("int", 1).Text};", $"unchecked {{ {rare.Name} {Pick("+=", "-=", "*=")} {RareExpression(rare.Type, 2).Text}; }}"),
    });
}
