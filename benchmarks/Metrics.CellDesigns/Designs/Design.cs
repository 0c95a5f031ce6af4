namespace TypedMetrics.CellDesigns.Designs;

/// <summary>A design, behind a pointer, so that nothing of it is hoisted out of a loop.</summary>
internal sealed unsafe class Design(string name, delegate*<int, int, int, void> update, Func<double> read)
{
    public static readonly Design Bare = new("bare `Interlocked.Increment`", &BareCell.Increment, BareCell.Read);

    public static readonly Design OneInterlocked = new("one interlocked cell", &OneCell.Increment, OneCell.Read);
    public static readonly Design Processor = new("by processor", &StripedCells<ByProcessor, WholeAndFraction>.Increment, StripedCells<ByProcessor, WholeAndFraction>.Read);
    public static readonly Design Adder = new("stripes itself on contention", &AdderCells.Increment, AdderCells.Read);
    public static readonly Design ThreadStatic = new("by thread-static", &StripedCells<ByThreadStatic, WholeAndFraction>.Increment, StripedCells<ByThreadStatic, WholeAndFraction>.Read);
    public static readonly Design PerThread = new("cells of each thread, no interlocked add", &ThreadCells.Increment, ThreadCells.Read);

    public static readonly Design StackGolden = new("by stack address, golden", &StripedCells<ByStackGolden, WholeAndFraction>.Increment, StripedCells<ByStackGolden, WholeAndFraction>.Read);
    public static readonly Design StackCircle = new("by stack address, circle", &StripedCells<ByStackCircle, WholeAndFraction>.Increment, StripedCells<ByStackCircle, WholeAndFraction>.Read);

    /// <summary>Adding 1.</summary>
    public static readonly Design[] Whole =
    [
        Bare,
        OneInterlocked,
        Processor,
        Adder,
        ThreadStatic,
        PerThread,
        StackGolden,
        StackCircle,
        new("by stack address, circle, 8 bytes", &StripedCells<ByStackCircle, FractionsElsewhere>.Increment, StripedCells<ByStackCircle, FractionsElsewhere>.Read),
    ];

    /// <summary>Adding 0.5.</summary>
    public static readonly Design[] Fractional =
    [
        Bare,
        new("one cell", &OneCell.AddHalf, OneCell.Read),
        new("by processor", &StripedCells<ByProcessor, WholeAndFraction>.AddHalf, StripedCells<ByProcessor, WholeAndFraction>.Read),
        new("by stack address, circle, 16 bytes", &StripedCells<ByStackCircle, WholeAndFraction>.AddHalf, StripedCells<ByStackCircle, WholeAndFraction>.Read),
        new("by stack address, circle, fractions elsewhere", &StripedCells<ByStackCircle, FractionsElsewhere>.AddHalf, StripedCells<ByStackCircle, FractionsElsewhere>.Read),
    ];

    public string Name => name;

    public delegate*<int, int, int, void> Update => update;

    /// <summary>The sum of all series.</summary>
    public double Read() => read();
}
