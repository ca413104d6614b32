using Ferrite.Const.Benchmarks;
using Ferrite.Const.Benchmarks.Kernels;
using Ferrite.Const.Benchmarks.Starting;

try
{
    var options = Options.Parse(args);
    if (options.Start is { } variant) return Start.Run(variant);
    if (options.ShowHelp)
    {
        Console.WriteLine(Options.Help);
        return 0;
    }

    KernelSpeed.Verify();
    Start.Verify();
    if (options.Check)
    {
        Console.WriteLine($"{Kernel.All.Count} kernels and {Start.Tables} tables agree.");
        return 0;
    }

    string load = Page.Load;
    var measured = new List<(Section, IReadOnlyList<string>)>();
    foreach (Section section in Section.All.Where(options.Selects))
    {
        section.Run();
        measured.Add((section, Measure.Take()));
    }

    if (options.Update is { } page) File.WriteAllText(page, Page.Replace(File.ReadAllText(page), Page.Figures(args, load, measured)));
    return 0;
}
catch (ArgumentException e)
{
    Console.Error.WriteLine(e.Message);
    return 2;
}
catch (InvalidDataException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
