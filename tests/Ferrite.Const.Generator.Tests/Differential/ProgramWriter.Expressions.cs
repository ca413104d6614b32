namespace Ferrite.Const.Generator.Tests.Differential;

internal sealed partial class ProgramWriter
{
    /// <summary>An expression of a type. A constant never meets a constant: the compiler would refuse what overflows.</summary>
    private Code Expression(string type, int depth)
    {
        if (type == "var") return Expression("int", depth);
        if (Rare.Contains(type)) return RareExpression(type, depth);
        if (depth <= 0 || random.Next(6) == 0) return Leaf(type);
        if (type == "int" && random.Next(12) == 0 && FindRare() is { } rare) return new Code(RareToInt(rare), false);
        switch (type)
        {
            case "bool": return Condition(depth);
            case "string": return Text(depth);
            case "double": return Double(depth);
            case "char": return new Code($"unchecked((char){Variable("int", depth)})", false);
            case "E": return random.Next(2) == 0 ? Leaf(type) : new Code($"unchecked((E)({Variable("int", depth)} & 7))", false);
            case "S": return Struct(depth);
            case "R": return new Code($"new {(random.Next(2) == 0 ? $"R({Expression("int", depth - 1).Text}, {Leaf("R").Text})" : $"Q({Expression("int", depth - 1).Text}, null, {Leaf("string").Text})")}", false);
        }

        if (type.EndsWith(']')) return Leaf(type);
        if (random.Next(7) == 0 && Call(type, depth) is { } call) return new Code(call, false);
        if (random.Next(9) == 0) return new Code($"unchecked(({type})({Expression("bool", depth - 1).Text} ? {Variable(type, depth)} : {Cast(type, Expression(type, depth - 1))}))", false);
        return type is "int" or "uint" or "long" or "ulong" ? Arithmetic(type, depth) : Small(type, depth);
    }

    private Code Arithmetic(string type, int depth)
    {
        string left = Variable(type, depth), right = Expression(type, depth - 1).Text;
        string text = random.Next(20) switch
        {
            19 => $"Fold<{type}>({left}, {Cast(type, Expression(type, depth - 1))})",
            0 or 1 => $"({left} + {right})",
            2 => $"({left} - {right})",
            3 => $"({left} * {right})",
            4 => $"({left} / {Variable(type, depth - 1)})",
            5 => $"({left} % {Variable(type, depth - 1)})",
            6 => $"({left} {Pick("&", "|", "^")} {right})",
            7 => $"({left} {Pick("<<", ">>", ">>>")} {Expression("int", depth - 1).Text})",
            8 or 9 => $"unchecked({left} {Pick("+", "-", "*")} {right})",
            10 => $"({NumericExpression(depth)} switch {{ 1 => {left}, > 4 and < 90 => {right}, 100 or 101 => {left}, _ => {Cast(type, Expression(type, depth - 1))} }})",
            11 when Find(type) is { } variable => $"({variable.Name} {Pick("=", "+=", "^=")} {right})",
            12 when Find(type) is { } variable => Pick($"{variable.Name}++", $"++{variable.Name}", $"{variable.Name}--"),
            13 => $"({type})({Variable(Number(), depth)})",
            14 => $"unchecked(({type})({Variable(Number(), depth)}))",
            15 => $"Math.{Pick("Max", "Min")}({left}, {right})",
            16 when type == "int" => IntOnly(depth),
            17 when type is not "ulong" and not "uint" => $"{Pick("-", "~")}({left})",
            17 => $"~{left}",
            _ when Find(type + "[]") is { } array => $"{array.Name}[{Index()}]",
            _ => left,
        };
        return new Code(text, false);
    }

    private string IntOnly(int depth) => random.Next(14) switch
    {
        10 when Find("R") is { } record => $"{record.Name}{Pick("", "", ".Next")}!.V({Expression("int", depth - 1).Text})",
        11 or 12 => Slice(),
        13 => $"Use(new {Pick("Low", "High")} {{ N = {Expression("int", depth - 1).Text} }}, {Expression("int", depth - 1).Text})",
        0 when Find("S") is { } s => Pick($"{s.Name}.M({Expression("int", depth - 1).Text})", $"{s.Name}[{Expression("int", depth - 1).Text}]", $"{s.Name}.P", $"{s.Name}.I.Y", $"{s.Name}.X++", $"({s.Name}[1] += 2)"),
        1 when Find("S[]") is { } many => Pick($"{many.Name}[{Index()}].M(1)", $"{many.Name}[{Index()}].X"),
        2 when Find("string") is { } text => Pick($"{text.Name}.Length", $"(int){text.Name}[{Index()}]", $"{text.Name}.IndexOf('a')"),
        3 when Find("R") is { } record => $"({record.Name} switch {{ Q(var qa, _, {{ Length: > 0 }}) => qa, {{ A: > 3, Next: null }} => 7, {{ Next.A: var n }} when n > 1 => n, null => 0, _ => {record.Name}.A }})",
        4 when Find("E") is { } e => $"({e.Name} switch {{ E.A => 1, E.B or E.C => 2, _ => 3 }})",
        5 when Find("double") is { } d => $"(int){d.Name}",
        6 => $"BitOperations.{Pick("PopCount", "LeadingZeroCount", "TrailingZeroCount", "Log2")}({Variable("uint", depth)})",
        7 when Find("char") is { } c => $"({c.Name} - 'a')",
        8 when Find("int[]") is { } items => $"{items.Name}[{Pick("^1", "^2", "^5")}]",
        _ => $"({Variable(Number(), depth)} is 3 or > 5 and not 9 ? 1 : 0)",
    };

    private Code Small(string type, int depth)
    {
        if (random.Next(4) == 0 && Find(type) is { } variable) return new Code(Pick($"{variable.Name}++", $"--{variable.Name}", $"({variable.Name} += 3)", $"({variable.Name} ^= {Cast(type, Expression(type, depth - 1))})"), false);
        if (random.Next(8) == 0) return new Code($"Fold<{type}>({Cast(type, Expression(type, depth - 1))}, {Leaf(type).Text})", false);
        return new Code(random.Next(2) == 0 ? $"({type}){Variable("int", depth)}" : $"unchecked(({type}){Variable("int", depth)})", false);
    }

    private Code Condition(int depth)
    {
        string type = Number();
        string text = random.Next(9) switch
        {
            0 or 1 or 2 => $"({Variable(type, depth)} {Pick("<", "<=", ">", ">=", "==", "!=")} {Expression(type, depth - 1).Text})",
            3 => $"({Expression("bool", depth - 1).Text} && {Expression("bool", depth - 1).Text})",
            4 => $"({Expression("bool", depth - 1).Text} || {Variable("bool", depth)})",
            5 => $"!({Variable("bool", depth)})",
            6 => $"({Variable(type, depth)} is > 2 and (< 50 or 77))",
            7 => $"({Variable("bool", depth)} {Pick("&", "|", "^")} {Variable("bool", depth - 1)})",
            _ when Find("R") is { } record => Pick($"({record.Name} is Q {{ A: var pa{_names++} }})", $"({record.Name} == {Expression("R", 1).Text})", $"({record.Name}.Next is null)"),
            _ => $"({Variable("string", depth)} == {Leaf("string").Text})",
        };
        return new Code(text, false);
    }

    private Code Text(int depth) => new(random.Next(5) switch
    {
        0 when _loops == 0 => $"({Variable("string", 1)} + {NumericExpression(depth)})",
        1 => $"$\"{{{NumericExpression(depth)}}}x{{{Variable("byte", 1)}:X2}}\"",
        2 when Find("string") is { } text => $"{text.Name}.Substring({Index()} & 1)",
        3 => $"({Expression("bool", depth - 1).Text} ? {Leaf("string").Text} : {Leaf("string").Text})",
        _ => Leaf("string").Text,
    }, false);

    private Code Double(int depth) => new(random.Next(4) switch
    {
        0 => $"({Variable("double", depth)} {Pick("+", "-", "*", "/")} {Expression("double", depth - 1).Text})",
        1 => $"(double){Variable(Number(), depth)}",
        2 => $"(double)(float){Variable("double", depth)}",
        _ => $"Math.{Pick("Floor", "Abs", "Sqrt")}({Variable("double", depth)})",
    }, false);

    private Code Struct(int depth) => new(random.Next(5) switch
    {
        0 => $"new S({Expression("int", depth - 1).Text})",
        1 => $"new S {{ X = {Expression("int", depth - 1).Text}, T = \"w\", I = new In {{ Y = {Expression("int", depth - 1).Text} }} }}",
        2 when Call("S", depth) is { } call => call,
        3 when Find("S[]") is { } many => $"{many.Name}[{Index()}]",
        _ => Leaf("S").Text,
    }, false);

    private string NumericExpression(int depth) => Variable(Number(), depth);
}
