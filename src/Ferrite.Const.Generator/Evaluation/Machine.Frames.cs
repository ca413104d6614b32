using System.Runtime.InteropServices;
using Ferrite.Const.Generator.Mir;

namespace Ferrite.Const.Generator.Evaluation;

internal sealed partial class Machine
{
    private readonly Dictionary<string, Value> _constants = new(StringComparer.Ordinal);
    private Frame[] _frames = new Frame[16];
    private int _depth;
    private long[] _ints = new long[256];
    private object?[] _objects = new object?[256];
    private int _intTop;
    private int _objectTop;
    private int _pc;
    private long _frameBytes;

    /// <summary>Calls, arguments and all. False if the callee is a constant that has its value.</summary>
    private bool Call(CallSite site, int pc)
    {
        _pc = pc;
        if (site.Target.IsConstant && UseConstant(site)) return false;
        Frame caller = _frames[_depth - 1];
        _frames[_depth - 1].Pc = pc;
        Enter(site.Target.IsVirtual ? Dispatch(site, caller) : site.Code ??= CodeOf(site.Target));
        Frame callee = _frames[_depth - 1];
        int toInt = callee.IntBase, toObject = callee.ObjectBase;
        long bytes = 0;
        foreach (Argument argument in site.Arguments)
        {
            if (!argument.IsObject)
            {
                _ints[toInt++] = _ints[caller.IntBase + argument.Register];
                continue;
            }

            object? value = _objects[caller.ObjectBase + argument.Register];
            if (argument.IsCopied) bytes += ((Aggregate)value!).Layout.Bytes;
            _objects[toObject++] = argument.IsCopied ? Copy((Aggregate)value!) : value;
        }

        Begin(callee, bytes);
        return true;
    }

    /// <summary>The code of the object's own method.</summary>
    private Code Dispatch(CallSite site, Frame caller)
    {
        Layout layout = (_objects[caller.ObjectBase + site.Arguments[0].Register] as Aggregate ?? throw Null(_pc)).Layout;
        if (layout == site.Layout) return site.Code!;
        MirVirtual? own = layout.Definition.Virtuals.Items.FirstOrDefault(known => string.Equals(known.Slot, site.Target.Key, StringComparison.Ordinal));
        if (own?.Method is not { } method) throw new EvaluationException(MirFault.Unsupported, $"'{own?.Display ?? site.Target.Display}' is called, which isn't [ConstFn]");
        site.Layout = layout;
        return site.Code = CodeOf(_methods[method]);
    }

    private void Enter(Code code)
    {
        if (_depth > _limits.Depth) throw new EvaluationException(MirFault.Depth, $"more than {_limits.Depth} calls are within one another");
        if (_depth == _frames.Length) Array.Resize(ref _frames, _depth * 2);
        _frames[_depth++] = new Frame(code, _intTop, _objectTop);
        _intTop += code.IntRegisters;
        _objectTop += code.ObjectRegisters;
        if (_intTop > _ints.Length) Array.Resize(ref _ints, Grown(_intTop));
        if (_objectTop > _objects.Length) Array.Resize(ref _objects, Grown(_objectTop));
        if (_depth == 1) Begin(_frames[0], 0);
    }

    private int Grown(int count)
    {
        if (16L * count > _limits.Bytes) throw new EvaluationException(MirFault.Bytes, $"more than {_limits.Bytes} bytes are allocated");
        return count * 2;
    }

    /// <summary>Fills a frame. Its structs count while it lasts.</summary>
    private void Begin(Frame frame, long bytes)
    {
        Code code = frame.Code;
        Charge(code.IntConstants.Length + code.ObjectConstants.Length);
        foreach (KeyValuePair<int, long> constant in code.IntConstants) _ints[frame.IntBase + constant.Key] = constant.Value;
        foreach (KeyValuePair<int, object?> constant in code.ObjectConstants) _objects[frame.ObjectBase + constant.Key] = constant.Value;
        foreach (FrameItem item in code.Prologue)
        {
            ref object? register = ref _objects[frame.ObjectBase + item.Register];
            if (item.Type.Kind == MirKind.Struct)
            {
                Layout layout = LayoutOf(item.Type.Name);
                bytes += layout.Bytes;
                register = New(layout);
            }
            else if (!item.Type.Kind.IsScalar) register = new RefValue(null, [item.Parameter < 0 ? Layout.Zero(item.Type) : _objects[frame.ObjectBase + item.Parameter]], 0);
            else register = new RefValue([item.Parameter < 0 ? 0 : _ints[frame.IntBase + item.Parameter]], null, 0);
        }

        _frameBytes += bytes;
        _frames[_depth - 1].Bytes = bytes;
        if (_frameBytes > _limits.Bytes) throw new EvaluationException(MirFault.Bytes, $"more than {_limits.Bytes} bytes are allocated");
    }

    /// <summary>Returns to the caller. False if there is none.</summary>
    private bool Leave(Value result)
    {
        Frame callee = _frames[--_depth];
        _frameBytes -= callee.Bytes;
        Array.Clear(_objects, callee.ObjectBase, _objectTop - callee.ObjectBase);
        _intTop = callee.IntBase;
        _objectTop = callee.ObjectBase;
        if (_depth == 0) return false;
        if (callee.Code.Method.IsConstant) _constants[callee.Code.Method.Key] = result;
        Frame caller = _frames[_depth - 1];
        CallSite site = caller.Code.CallSites[caller.Code.Instructions[caller.Pc - 1].A];
        Put(site, caller, result);
        return true;
    }

    private void Put(CallSite site, Frame caller, Value result)
    {
        if (site.Result < 0) return;
        if (site.Target.Returns.Kind.IsScalar) _ints[caller.IntBase + site.Result] = result.Bits;
        else _objects[caller.ObjectBase + site.Result] = site.Target.IsConstant ? Own(result.Object) : result.Object;
    }

    /// <summary>Each use of a constant gets arrays and structs of its own: one that is changed is changed for nobody else.</summary>
    private object? Own(object? value)
    {
        switch (value)
        {
            case Aggregate { Layout.Definition.IsValueType: true } aggregate:
                return aggregate.Clone();
            case ArrayValue array:
                Allocate(24 + (8L * array.Length));
                Work(array.Length);
                return new ArrayValue(array.Element, (long[]?)array.Ints?.Clone(), array.Objects is { } items ? Array.ConvertAll(items, Own) : null);
            default:
                return value;
        }
    }

    /// <summary>A constant is computed once, however many ask for it.</summary>
    private bool UseConstant(CallSite site)
    {
        if (_constants.TryGetValue(site.Target.Key, out Value value))
        {
            Put(site, _frames[_depth - 1], value);
            return true;
        }

        for (int i = 0; i < _depth; i++)
        {
            if (!string.Equals(_frames[i].Code.Method.Key, site.Target.Key, StringComparison.Ordinal)) continue;
            IEnumerable<string> cycle = _frames.Skip(i).Take(_depth - i).Select(static frame => frame.Code.Method).Where(static method => method.IsConstant)
                .Select(static method => method.Display).Append(site.Target.Display);
            throw new EvaluationException(MirFault.Cycle, string.Join(" → ", cycle));
        }

        return false;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Frame(Code code, int intBase, int objectBase)
    {
        public readonly Code Code = code;
        public readonly int IntBase = intBase;
        public readonly int ObjectBase = objectBase;
        public int Pc;

        /// <summary>Of its structs.</summary>
        public long Bytes;
    }
}
