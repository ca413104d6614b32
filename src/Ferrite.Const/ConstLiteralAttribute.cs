namespace Ferrite.Const;

/// <summary>
/// Names a value that is to be a type: <c>[assembly: ConstLiteral("Area", 2 * 2)]</c> makes <c>Area</c> an alias of <c>_4</c>. Equal values are the same
/// type, whatever they are called and in whatever assembly.
/// </summary>
/// <param name="name">What the type is called in this project.</param>
/// <param name="value">An integer, <see cref="bool"/>, <see cref="char"/>, enum or <see cref="string"/>; any constant expression.</param>
[AttributeUsage(AttributeTargets.Assembly, AllowMultiple = true)]
public sealed class ConstLiteralAttribute(string name, object value) : Attribute
{
    /// <summary>What the type is called in this project.</summary>
    public string Name => name;

    /// <summary>The value.</summary>
    public object Value => value;
}
