using System.Text;

namespace Ferrite.Const.Internal;

/// <summary>What a text can end in.</summary>
public interface IConstText : IConst
{
    internal static abstract void AppendTo(StringBuilder builder);
}
