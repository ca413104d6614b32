using Ferrite.Const.Benchmarks;

// dotnet run -c Release --project benchmarks/Ferrite.Const.Benchmarks: milliseconds are of processor time, the best of several runs.
InterpreterSpeed.Run();
LoweringSpeed.Run();
GeneratorSpeed.Run();
