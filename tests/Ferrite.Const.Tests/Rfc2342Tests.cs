namespace Ferrite.Const.Tests;

/// <summary>The examples of RFC 2342, control flow in constants, as C#; what must fail there is tested beside the generator.</summary>
public partial class Rfc2342Tests
{
    private const uint X = 3;
    private const uint Y = 5;

    private enum Color
    {
        Red,
        Green,
        Blue,
    }

    [Fact]
    public void If_evaluates_the_branch_it_takes_in_both_orders()
    {
        Assert.Equal(2u, Forward);
        Assert.Equal(2u, Backward);
    }

    [Fact]
    public void Match_on_a_plain_enum() => Assert.Equal(0x00ff00, GreenValue);

    [Fact]
    public void Match_on_cases_with_payload()
    {
        Assert.Equal(12, CircleArea);
        Assert.Equal(6, BoxArea);
        Assert.Equal(-1, EmptyArea);
    }

    [Fact]
    public void A_constant_is_one_wherever_the_language_wants_it()
    {
        int[] counted = new int[Forward];
        string name = 2u switch { Forward => nameof(Forward), _ => "other" };

        Assert.Equal((2, "Forward", 2u), (counted.Length, name, Default()));
    }

    [Fact]
    public void The_function_is_a_function_at_run_time_too() => Assert.Equal(Forward, Gap(uint.Parse("3", System.Globalization.CultureInfo.InvariantCulture), 5));

    private static uint Default(uint value = Forward) => value;

    // const X: usize = if X > Y { X - Y } else { Y - X };
    [ConstFn]
    private static uint Gap(uint x, uint y) => x > y ? x - y : y - x;

    [ConstEval("Forward")]
    private static uint ComputeForward() => Gap(X, Y);

    [ConstEval("Backward")]
    private static uint ComputeBackward() => Gap(Y, X);

    [ConstFn]
    private static int Value(Color color) => color switch
    {
        Color.Red => 0xff0000,
        Color.Green => 0x00ff00,
        Color.Blue => 0x0000ff,
        _ => throw new ArgumentOutOfRangeException(nameof(color)),
    };

    [ConstEval("GreenValue")]
    private static int ComputeGreen() => Value(Color.Green);

    [ConstFn]
    private static int Area(Shape? shape) => shape switch
    {
        Circle { Radius: var r } => 3 * r * r,
        Box(var width, var height) when width > 1 => width * height,
        _ => -1,
    };

    [ConstEval("CircleArea")]
    private static int ComputeCircle() => Area(new Circle(2));

    [ConstEval("BoxArea")]
    private static int ComputeBox() => Area(new Box(2, 3));

    [ConstEval("EmptyArea")]
    private static int ComputeEmpty() => Area(new Box(1, 1));

    private record Shape;

    private sealed record Circle(int Radius) : Shape;

    private sealed record Box(int Width, int Height) : Shape;
}
