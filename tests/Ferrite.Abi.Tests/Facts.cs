using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Ferrite.Mapping.Internal;

namespace Ferrite.Abi.Tests;

/// <summary>Everything about a type that C can be asked for: its constants; of an enum the members; of a struct its size, its fields' places and sizes.</summary>
internal static class Facts
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    internal static IEnumerable<Fact> Of(Type type)
    {
        // Its constants are its own business; what it imports is checked.
        if (type == typeof(FaultGuardLibrary))
        {
            return [];
        }

        IEnumerable<Fact> constants = type.GetFields(All).Where(static field => field.IsLiteral).Select(field => OfConstant(type, field));
        constants = constants.Concat(type.GetProperties(All).Where(static property => property.GetMethod!.IsStatic).Select(property => OfProperty(type, property)));
        return type is { IsValueType: true, IsEnum: false } ? [.. constants, .. OfStruct(type)] : constants;
    }

    private static Fact OfConstant(Type type, FieldInfo field)
    {
        object value = field.GetRawConstantValue()!;
        long bits = value is ulong unsigned ? unchecked((long)unsigned) : Convert.ToInt64(value, CultureInfo.InvariantCulture);
        return new Fact($"{type.Name}.{field.Name}", CNames.OfMember(type, field.Name), bits);
    }

    /// <summary>What depends on the processor: the value on this one.</summary>
    private static Fact OfProperty(Type type, PropertyInfo property)
    {
        object value = property.GetValue(null)!;
        long bits = value is nint native ? native : Convert.ToInt64(value, CultureInfo.InvariantCulture);
        return new Fact($"{type.Name}.{property.Name}", CNames.OfMember(type, property.Name), bits);
    }

    private static IEnumerable<Fact> OfStruct(Type type)
    {
        string name = CNames.OfStruct(type);
        yield return new Fact($"sizeof({type.Name})", $"sizeof({name})", SizeOf(type));
        foreach (FieldInfo field in type.GetFields(All).Where(static field => !field.IsStatic))
        {
            string member = CNames.OfMember(type, field.Name);
            yield return new Fact($"offsetof({type.Name}, {field.Name})", $"offsetof({name}, {member})", Marshal.OffsetOf(type, field.Name));
            yield return new Fact($"sizeof({type.Name}.{field.Name})", $"sizeof((({name} *)0)->{member})", SizeOf(field.FieldType));
        }
    }

    private static long SizeOf(Type type) =>
        (int)typeof(Unsafe).GetMethod(nameof(Unsafe.SizeOf))!.MakeGenericMethod(type).Invoke(null, null)!;
}
