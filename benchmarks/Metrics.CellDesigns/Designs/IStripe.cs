namespace TypedMetrics.CellDesigns.Designs;

/// <summary>How a thread finds its stripe.</summary>
internal interface IStripe
{
    /// <summary>A number, of which the low bits say the stripe.</summary>
    static abstract nuint Number { get; }
}
