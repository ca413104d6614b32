using System.Globalization;

namespace Ferrite.Const.Generator.Tests.Differential;

internal sealed partial class ProgramWriter
{
    private Code Leaf(string type)
    {
        if (random.Next(3) != 0 && Find(type) is { } variable) return new Code(variable.Name, false);
        return type switch
        {
            "S" => new Code("default(S)", true),
            "R" => new Code("new R(4, null)", false),
            "E" => new Code(Pick("E.A", "E.C", "E.D"), true),
            _ when type.EndsWith(']') => new Code($"new {type[..^2]}[{(type == "S[]" ? 3 : 4)}]", false),
            _ => new Code(Literal(type), true),
        };
    }

    /// <summary>An expression that is no constant.</summary>
    private string Variable(string type, int depth)
    {
        Code code = Expression(type, depth - 1);
        if (!code.IsConstant) return code.Text;
        if (Find(type) is { } variable) return variable.Name;
        return type switch
        {
            "bool" => "(\"\".Length == " + Literal("byte") + ")",
            "string" => "new string('s', 2)",
            "double" when Find("int") is { } number => $"(double){number.Name}",
            _ when Find("int") is { } number => $"unchecked(({type}){number.Name})",
            _ => $"unchecked(({type})\"abc\".Substring(1).Length)",
        };
    }

    private static string Cast(string type, Code code) => code.IsConstant ? code.Text : $"unchecked(({type})({code.Text}))";

    private string Index() => random.Next(8) switch
    {
        0 when Find("int") is { } variable => variable.Name,
        1 or 2 when Find("int") is { } variable => $"{variable.Name}++ & 1",
        3 when Find("byte") is { } variable => $"{variable.Name} & 1",
        _ => random.Next(3).ToString(CultureInfo.InvariantCulture),
    };

    private string Literal(string type) => type switch
    {
        "bool" => Pick("true", "false"),
        "string" => Pick("\"abc\"", "\"\"", "\"a1b2\"", "\"xyzzy\""),
        "char" => Pick("'a'", "'z'", "'0'", "'\\uffff'"),
        "double" => Pick("0.5", "1.0", "-3.75", "1e10", "0.1"),
        "sbyte" => Pick("0", "1", "-1", "5", "127", "-128"),
        "byte" => Pick("0", "1", "2", "7", "200", "255"),
        "short" => Pick("0", "1", "-3", "300", "32767", "-32768"),
        "ushort" => Pick("0", "1", "9", "65535", "1000"),
        "int" => Pick("0", "1", "2", "3", "-1", "7", "100", "65536", "2147483647", "-2147483648"),
        "uint" => Pick("0u", "1u", "3u", "40u", "4294967295u", "2147483648u"),
        "long" => Pick("0L", "1L", "-5L", "12L", "4294967296L", "9223372036854775807L", "-9223372036854775808L"),
        _ => Pick("0UL", "1UL", "6UL", "4294967295UL", "18446744073709551615UL"),
    };

    /// <summary>A call of a function with a result, or of any; null if there is none.</summary>
    private string? Call(string? type, int depth, Named? passed = null)
    {
        var candidates = _functions.Where(function => (type is null || function.Result == type) && !(function.Name[0] == 'L' && _inFunction)).ToList();
        if (candidates.Count == 0) return null;
        Function function = candidates[random.Next(candidates.Count)];
        var arguments = new List<string>();
        foreach ((string parameter, bool isRef) in function.Parameters)
        {
            if (!isRef)
            {
                arguments.Add(Expression(parameter, depth - 1).Text);
                continue;
            }

            if (passed?.Type == parameter) arguments.Add("ref " + passed.Name);
            else if (parameter == "int" && Find("int[]") is { } array && random.Next(3) == 0) arguments.Add($"ref {array.Name}[{Index()}]");
            else if (parameter == "S" && Find("S[]") is { } many && random.Next(3) == 0) arguments.Add($"ref {many.Name}[{Index()}]");
            else if (Find(parameter) is { } variable) arguments.Add("ref " + variable.Name);
            else return null;
        }

        return $"{function.Name}({string.Join(", ", arguments)})";
    }
}
