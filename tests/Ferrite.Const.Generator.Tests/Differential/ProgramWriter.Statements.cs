using System.Globalization;

namespace Ferrite.Const.Generator.Tests.Differential;

internal sealed partial class ProgramWriter
{
    private void Block(int statements, int depth)
    {
        int scope = _scope.Count;
        for (int i = 0; i < statements; i++)
        {
            if (depth <= 0 || random.Next(9) != 0 || !Scope(depth)) Statement(depth);
        }

        _scope.RemoveRange(scope, _scope.Count - scope);
    }

    private void Statement(int depth)
    {
        int choice = random.Next(depth > 0 ? 20 : 11);
        switch (choice)
        {
            case 0 or 1: Line($"{Place(out string type)} = {Expression(type, 3).Text};"); break;
            case 2: Line($"{NumericPlace(out string numeric)} {Pick("+=", "-=", "*=", "^=", "|=", "&=")} {(numeric is "ulong" or "uint" or "long" or "int" ? Literal(numeric) : Pick("1", "2", "100"))};"); break;
            case 3: Line($"unchecked {{ {NumericPlace(out string small)} {Pick("+=", "-=", "*=", "^=")} {Cast(small, Expression(small, 2))}; }}"); break;
            case 4: Line($"{NumericPlace(out _)}{Pick("++", "--")};"); break;
            case 5: Local(Pick("int", Number(), "S", "string", "bool")); break;
            case 6 when Find("int[]") is { } array && Find("int") is { } index: Line($"{array.Name}[{Pick($"{index.Name}++ & 3", $"{index.Name} & 3", "1")}] {Pick("=", "+=", "^=")} {Expression("bool", 1).Text} ? {Expression("int", 2).Text} : 6;"); break;
            case 7 when Find("S") is { } s: StructStatement(s); break;
            case 8 when Find("S[]") is { } many: Line(Pick($"{many.Name}[{Index()}].M({Expression("int", 1).Text});", $"{many.Name}[{Index()}] = {Expression("S", 2).Text};", $"{many.Name}[{Index()}].I.Y {Pick("=", "+=")} {Expression("int", 2).Text};", $"{many.Name}[1][{Index()}] += {Expression("int", 1).Text};")); break;
            case 9 when Call(null, 2) is { } call: Line(call + ";"); break;
            case 10: Swap(); break;
            case 11 or 12: If(depth); break;
            case 13 or 14 when _loops < 2: For(depth); break;
            case 15 when _loops < 2: ForEach(depth); break;
            case 16: Switch(depth); break;
            case 17 when Find("int[]") is { } items: Reference(items); break;
            case 19 when FindRare() is { } rare: RareStatement(rare); break;
            case 18 when random.Next(6) == 0: Line($"if ({Expression("bool", 2).Text}) throw new InvalidOperationException(\"thrown\");"); break;
            default: Line($"{Place(out string other)} = {Expression(other, 2).Text};"); break;
        }
    }

    private void Reference(Named items)
    {
        string reference = "v" + _names++;
        Line($"ref int {reference} = ref {items.Name}[{Index()}];");
        Line($"{reference} = {Expression("int", 2).Text};");
        _scope.Add(new Named(reference, "int"));
    }

    private void StructStatement(Named s)
    {
        Line(random.Next(7) switch
        {
            0 => $"{s.Name}.X = {Call("int", 2, s) ?? Expression("int", 2).Text};",
            1 => $"{s.Name}[{Expression("int", 1).Text}] {Pick("+=", "-=", "=")} {Expression("int", 2).Text};",
            2 => $"{s.Name}.I = {Expression("S", 1).Text}.I;",
            3 => $"{s.Name} = {Expression("S", 2).Text};",
            4 => $"{s.Name}.I.Y {Pick("=", "+=")} {s.Name}.M({Expression("int", 1).Text});",
            5 => $"{s.Name}.P += {Expression("int", 1).Text};",
            _ => $"{s.Name}[{s.Name}.X++ & 3]++;",
        });
    }

    private void If(int depth)
    {
        Line($"if ({Expression("bool", 3).Text}) {{");
        Block(random.Next(1, 3), depth - 1);
        if (random.Next(2) == 0)
        {
            Line("} else {");
            Block(random.Next(1, 3), depth - 1);
        }

        Line("}");
    }

    private void For(int depth)
    {
        string counter = "v" + _names++;
        int limit = random.Next(1, 5);
        string test = random.Next(3) == 0 ? $"{counter} < {limit} && {Expression("bool", 1).Text}" : $"{counter} < {limit}";
        Line(random.Next(3) == 0 ? $"for (int {counter} = 0; {test}; {counter}++) {{" : $"for (int {counter} = 0; {test}; {counter} += {random.Next(1, 3)}) {{");
        _loops++;
        Block(random.Next(1, 4), depth - 1);
        if (random.Next(3) == 0) Line($"if ({Expression("bool", 1).Text}) {Pick("break", "continue")};");
        Block(random.Next(0, 2), depth - 1);
        _loops--;
        Line("}");
    }

    private void ForEach(int depth)
    {
        string item = "v" + _names++;
        bool overText = random.Next(3) == 0;
        if (Find(overText ? "string" : "int[]") is not { } items) return;
        Line($"foreach ({(overText ? "char" : Pick("int", "long"))} {item} in {items.Name}) {{");
        _loops++;
        if (Find("int") is { } sum) Line($"{sum.Name} = unchecked({sum.Name} * 3 + (int){item});");

        // A loop over text doesn't make the text it loops over longer than it ends.
        if (!overText) Block(random.Next(1, 3), depth - 1);
        _loops--;
        Line("}");
    }

    private void Switch(int depth)
    {
        Line($"switch ({Expression(Pick("int", "byte", "long"), 2).Text} {Pick("& 7", "% 5", "/ 100")}) {{");
        int value = random.Next(0, 2);
        for (int i = random.Next(1, 4); i > 0; i--)
        {
            Line(random.Next(4) == 0 ? $"case > {value + 60 + i} when {Variable("bool", 1)}:" : $"case {value++}: case {value++}:");
            Block(1, depth - 1);
            Line("break;");
        }

        if (random.Next(2) == 0)
        {
            Line("default:");
            Block(1, depth - 1);
            Line("break;");
        }

        Line("}");
    }

    private void Swap()
    {
        string a = NumericPlace(out string type);
        if (Find(type) is not { } other) return;
        Line($"({a}, {other.Name}) = ({other.Name}, {Cast(type, Expression(type, 1))});");
    }

    private string Place(out string type)
    {
        if (random.Next(3) == 0) return NumericPlace(out type);
        Named variable = _scope[random.Next(_scope.Count)];
        type = variable.Type;
        return variable.Name;
    }

    private string NumericPlace(out string type)
    {
        for (int tries = 0; tries < 8; tries++)
        {
            Named variable = _scope[random.Next(_scope.Count)];
            type = variable.Type;
            if (Numbers.Contains(type)) return variable.Name;
            if (type.EndsWith(']') && Numbers.Contains(type[..^2]))
            {
                type = type[..^2];
                return $"{variable.Name}[{Index()}]";
            }

            if (type is not ("S" or "S[]")) continue;
            string owner = type == "S" ? variable.Name : $"{variable.Name}[{Index()}]";
            type = "int";
            return owner + Pick(".X", ".I.Y");
        }

        string name = Declare("int");
        Line($"int {name} = {Literal("int")};");
        type = "int";
        return name;
    }

    private Named? Find(string type)
    {
        var known = _scope.Where(variable => variable.Type == type).ToList();
        return known.Count == 0 ? null : known[random.Next(known.Count)];
    }

    private void Line(string text) => _text.Append(CultureInfo.InvariantCulture, $"{text}\n");
}
