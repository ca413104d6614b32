using System.Runtime.CompilerServices;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

/// <summary>
/// Evaluates a program: a register machine over arrays of its own. It loads no code, does no I/O and reads no clock, so the same program has the
/// same outcome everywhere; it ends by its limits, and by cancellation within some thousand instructions.
/// </summary>
internal sealed partial class Machine
{
    private const int StepsBetweenChecks = 1 << 16;

    private readonly Dictionary<string, MirMethod> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MirDefinition> _definitions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Layout> _layouts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _layoutsBegun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Code> _codes = new(StringComparer.Ordinal);
    private readonly Limits _limits;
    private readonly CancellationToken _cancellation;
    private long _stepsLeft;
    private long _bytesLeft;

    private Machine(MirProgram program, Limits limits, CancellationToken cancellation)
    {
        foreach (MirMethod method in program.Methods.Items) _methods[method.Key] = method;
        foreach (MirDefinition definition in program.Definitions.Items) _definitions[definition.Name] = definition;
        _limits = limits;
        _cancellation = cancellation;
        _stepsLeft = limits.Steps;
        _bytesLeft = limits.Bytes;
    }

    /// <summary>Runs the program's first method, which has no parameters.</summary>
    /// <exception cref="OperationCanceledException">Canceled.</exception>
    public static Outcome Evaluate(MirProgram program, Limits limits, CancellationToken cancellation)
    {
        var machine = new Machine(program, limits, cancellation);
        MirMethod entry = program.Methods[0];
        try
        {
            machine.Enter(machine.CodeOf(entry));
            Value result = machine.Run();
            return new Outcome(machine.ToLiteral(entry.Returns, result), null, machine.StepsTaken);
        }
        catch (EvaluationException e)
        {
            return new Outcome(null, machine.Fail(e), machine.StepsTaken);
        }
        catch (InsufficientExecutionStackException)
        {
            return new Outcome(null, machine.Fail(new EvaluationException(MirFault.Depth, "values are nested too deep")), machine.StepsTaken);
        }
        catch (OutOfMemoryException)
        {
            return new Outcome(null, machine.Fail(new EvaluationException(MirFault.Bytes, "the compiler has no memory left")), machine.StepsTaken);
        }
    }

    private long StepsTaken => _limits.Steps - _stepsLeft;

    /// <summary>Counts an allocation before it is made.</summary>
    /// <exception cref="EvaluationException">More than the limit.</exception>
    public void Allocate(long bytes)
    {
        _bytesLeft -= bytes;
        if (_bytesLeft < 0) throw new EvaluationException(MirFault.Bytes, $"more than {_limits.Bytes} bytes are allocated");
    }

    /// <summary>Refuses what would be too much, before it is made and counted.</summary>
    /// <exception cref="EvaluationException">More than the limit.</exception>
    public void Reserve(long bytes)
    {
        Allocate(bytes);
        _bytesLeft += bytes;
    }

    /// <summary>Counts work that a single instruction does on many items.</summary>
    /// <exception cref="EvaluationException">More than the limit.</exception>
    public void Work(long items)
    {
        _stepsLeft -= items >> 2;
        if (_stepsLeft < 0) throw TooManySteps();
        _cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>Counts what an instruction does beside its own step.</summary>
    /// <exception cref="EvaluationException">More than the limit.</exception>
    private void Charge(int steps)
    {
        _stepsLeft -= steps;
        if (_stepsLeft < 0) throw TooManySteps();
    }

    private EvaluationException TooManySteps()
    {
        _stepsLeft = 0;
        return new EvaluationException(MirFault.Steps, $"more than {_limits.Steps} steps are taken");
    }

    /// <summary>The next steps to go without a check.</summary>
    private long Checkpoint(long budget)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (budget < 0 && _stepsLeft + budget < 0) throw TooManySteps();
        _stepsLeft += budget;
        long next = Math.Min(StepsBetweenChecks, _stepsLeft);
        _stepsLeft -= next;
        return next;
    }

    private Code CodeOf(MirMethod method)
    {
        if (_codes.TryGetValue(method.Key, out Code? code)) return code;
        code = CodeCompiler.Compile(method, LayoutOf, key => _methods[key]);
        _codes.Add(method.Key, code);
        return code;
    }

    private Layout LayoutOf(string type)
    {
        if (_layouts.TryGetValue(type, out Layout? layout)) return layout;
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (!_layoutsBegun.Add(type)) throw new EvaluationException(MirFault.Unsupported, $"'{_definitions[type].Display}', which contains itself, can't be evaluated");
        layout = Layout.Create(_definitions[type], LayoutOf);
        _layouts[type] = layout;
        return layout;
    }
}
