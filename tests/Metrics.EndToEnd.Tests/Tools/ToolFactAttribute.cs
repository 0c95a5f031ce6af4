namespace TypedMetrics.EndToEnd.Tests.Tools;

/// <summary>
/// A test that needs a tool: skipped where it is not installed, unless <c>TYPEDMETRICS_REQUIRE_TOOLS=1</c> (as in CI),
/// where it runs and so fails.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ToolFactAttribute : FactAttribute
{
    public ToolFactAttribute(string tool)
    {
        if (ExternalTool.Find(tool) is null && Environment.GetEnvironmentVariable("TYPEDMETRICS_REQUIRE_TOOLS") != "1")
        {
            Skip = $"{tool} is not installed.";
        }
    }
}
