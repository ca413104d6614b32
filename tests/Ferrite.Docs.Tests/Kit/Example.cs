namespace Ferrite.Docs.Tests.Kit;

/// <summary>A block of code on a page.</summary>
/// <param name="Page">The page.</param>
/// <param name="Line">Where it begins, from 1.</param>
/// <param name="Language">As the block says.</param>
/// <param name="Code">Its lines.</param>
/// <param name="Given">Declarations that the page leaves out.</param>
/// <param name="Heading">The one it stands under.</param>
internal sealed record Example(Page Page, int Line, string Language, string Code, string Given, string Heading)
{
    public override string ToString() => $"{Page.Name}:{Line}";
}
