namespace TypedMetrics.CodeFixes;

/// <summary>A change that is offered for a diagnostic.</summary>
/// <param name="title">What the menu shows.</param>
/// <param name="key">What is the same for every diagnostic that one "fix all" covers.</param>
internal readonly struct Fix(string title, string key)
{
    public string Title { get; } = title;

    public string Key { get; } = key;
}
