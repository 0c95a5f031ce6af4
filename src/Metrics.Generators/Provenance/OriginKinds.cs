namespace TypedMetrics.Generators.Provenance;

/// <summary>What follows from an <see cref="OriginKind"/>.</summary>
internal static class OriginKinds
{
    /// <summary>Whether whoever sends a request chooses the value, and thereby how much memory it takes.</summary>
    public static bool IsChosenByRequest(this OriginKind kind) => kind >= OriginKind.RequestPath;

    /// <summary>What to do instead, as the end of a sentence.</summary>
    public static string Advice(this OriginKind kind) => kind switch
    {
        OriginKind.RequestPath or OriginKind.RouteValue => "pass the route template instead",
        OriginKind.RequestQuery or OriginKind.RequestHeader or OriginKind.RequestBody or OriginKind.RequestHost
            or OriginKind.Input => "map it to an enum or a fixed list of values, or leave it out",
        OriginKind.ExceptionText => "pass the exception's type name instead",
        OriginKind.Clock => "record it as a value, in a histogram or a gauge, not as a label",
        OriginKind.Hash => "take it modulo a constant, or leave it out",
        OriginKind.FilePath => "pass the kind of file or a fixed name instead",
        OriginKind.CommandText => "pass the name of the operation instead",
        OriginKind.Url => "pass a fixed name of what is called instead",
        OriginKind.Identity => "count by a bounded property, such as a plan or a role, instead",
        OriginKind.RecordId => "leave it out: a log entry can carry it",
        OriginKind.Declared => "pass a bounded property of it instead",
        OriginKind.Name => "leave it out, or state with [BoundedValues] that it takes few values",
        _ => "leave it out: a log entry or a trace can carry it",
    };
}
