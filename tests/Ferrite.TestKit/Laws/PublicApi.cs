using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Ferrite.TestKit.Laws;

/// <summary>
/// A line for each public type and member, as C# writes it, each with its type in front so that a diff says where. An assembly's API is what
/// its snapshot says: FERRITE_UPDATE_PUBLIC_API=1 writes that anew.
/// </summary>
public static class PublicApi
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>What is gone, and what was added; empty where it is the one that was agreed on.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="snapshot">The file, from the repository's root.</param>
    public static string Difference(Assembly assembly, string snapshot)
    {
        string path = Path.Combine(Repository.Root, snapshot);
        string[] actual = [.. Describe(assembly)];
        if (Environment.GetEnvironmentVariable("FERRITE_UPDATE_PUBLIC_API") is "1")
        {
            File.WriteAllText(path, string.Join('\n', actual) + "\n");
        }

        string[] agreed = File.ReadAllLines(path);
        IEnumerable<string> gone = agreed.Except(actual, StringComparer.Ordinal).Select(static line => $"- {line}");
        IEnumerable<string> added = actual.Except(agreed, StringComparer.Ordinal).Select(static line => $"+ {line}");
        return string.Join('\n', gone.Concat(added));
    }

    /// <summary>But for what the compiler makes of extension members beside themselves.</summary>
    private static IEnumerable<string> Describe(Assembly assembly) =>
        assembly.GetExportedTypes()
            .Where(static type => !type.FullName!.Contains('<', StringComparison.Ordinal))
            .OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .SelectMany(Describe);

    private static IEnumerable<string> Describe(Type type) =>
        [TypeLine(type), .. type.GetMembers(Declared).Where(IsPublic).Select(Describe).OfType<string>().Order(StringComparer.Ordinal).Select(line => $"{ApiNames.Of(type)}: {line}")];

    private static string TypeLine(Type type)
    {
        string kind = type.IsEnum ? "enum"
            : type.IsInterface ? "interface"
            : type.IsValueType ? $"{(Has<IsReadOnlyAttribute>(type) ? "readonly " : "")}{(type.IsByRefLike ? "ref " : "")}struct"
            : type is { IsAbstract: true, IsSealed: true } ? "static class"
            : type.IsSealed ? "sealed class"
            : type.IsAbstract ? "abstract class" : "class";
        IEnumerable<Type> bases = type.GetInterfaces().Where(i => type.BaseType?.GetInterfaces().Contains(i) != true);
        if (type.BaseType is { } parent && parent != typeof(object) && parent != typeof(ValueType) && !type.IsEnum)
        {
            bases = bases.Prepend(parent);
        }

        string list = type.IsEnum ? "" : string.Join(", ", bases.Select(ApiNames.Of));
        return $"{type.Namespace} {kind} {ApiNames.Of(type)}{(list.Length == 0 ? "" : $" : {list}")}";
    }

    private static string? Describe(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"{ApiNames.Of(constructor.DeclaringType!)}({Parameters(constructor)})",
        FieldInfo { IsLiteral: true } constant => $"{constant.Name} = {Convert.ToString(constant.GetRawConstantValue(), CultureInfo.InvariantCulture)}",
        FieldInfo { IsSpecialName: true } => null,
        FieldInfo field => $"{ApiNames.Of(field.FieldType)} {field.Name}",
        PropertyInfo property => Property(property),
        MethodInfo { IsSpecialName: true } => null,
        MethodInfo method => Method(method),
        EventInfo e => $"event {ApiNames.Of(e.EventHandlerType!)} {e.Name}",
        _ => null,
    };

    private static string Property(PropertyInfo property)
    {
        string set = property.SetMethod is not { IsPublic: true } setter ? ""
            : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? " init;" : " set;";
        string name = property.GetIndexParameters() is { Length: > 0 } index ? $"this[{string.Join(", ", index.Select(Parameter))}]" : property.Name;
        MethodInfo getter = property.GetMethod!;
        return $"{(getter.IsStatic ? "static " : "")}{ApiNames.Of(property)} {name} {{ get;{set} }}";
    }

    private static string Method(MethodInfo method)
    {
        string generic = method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(static type => type.Name))}>" : "";
        string constraints = string.Concat(method.IsGenericMethod ? method.GetGenericArguments().Select(ApiNames.Constraint) : []);
        string modifier = method.IsStatic ? "static " : method.GetBaseDefinition() != method ? "override " : method.IsAbstract ? "abstract " : "";
        return $"{modifier}{ApiNames.Of(method.ReturnParameter)} {method.Name}{generic}({Parameters(method)}){constraints}";
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    private static string Parameter(ParameterInfo parameter)
    {
        string passing = parameter.IsOut ? "out " : parameter.ParameterType.IsByRef ? (parameter.IsIn ? "in " : "ref ") : "";
        string preset = parameter.HasDefaultValue ? $" = {Default(parameter)}" : "";
        return $"{passing}{ApiNames.Of(parameter)} {parameter.Name}{preset}";
    }

    private static string Default(ParameterInfo parameter) => parameter.DefaultValue switch
    {
        null => "null",
        { } value when parameter.ParameterType.IsEnum => $"{parameter.ParameterType.Name}.{Enum.GetName(parameter.ParameterType, value)}",
        { } value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static bool Has<T>(Type type)
        where T : Attribute => type.IsDefined(typeof(T), inherit: false);

    private static bool IsPublic(MemberInfo member) => !member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily,
        PropertyInfo property => property.GetMethod is { IsPublic: true },
        EventInfo e => e.AddMethod is { IsPublic: true },
        _ => false,
    };
}
