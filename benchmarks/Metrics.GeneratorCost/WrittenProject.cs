namespace TypedMetrics.GeneratorCost;

/// <summary>A project in a folder of its own, outside of any other's settings.</summary>
internal sealed class WrittenProject
{
    private readonly string _folder;

    public WrittenProject(string folder, string name)
    {
        _folder = folder;
        Path = System.IO.Path.Combine(folder, name + ".csproj");
        Directory.CreateDirectory(folder);
        Write(".globalconfig", "is_global = true\nmetrics_assembly_series_budget = 1000000\n");
    }

    /// <summary>The items of a project that uses the generator and the analyzers.</summary>
    public static string Generator { get; } = $"""
        {Runtime}
            <Analyzer Include="{Beside("TypedMetrics.Generators.dll")}" />
        """;

    /// <summary>The items of a project that uses the runtime library alone.</summary>
    public static string Runtime => $"""<Reference Include="{Beside("TypedMetrics.dll")}" />""";

    /// <summary>The project file.</summary>
    public string Path { get; }

    /// <summary>The text of a project.</summary>
    public static string Text(string kind, string items, string more = "") => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType>{kind}</OutputType>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            {items}
          </ItemGroup>
        {more}
        </Project>
        """;

    public void Write(string file, string content)
    {
        var path = System.IO.Path.Combine(_folder, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    private static string Beside(string file) => System.IO.Path.Combine(AppContext.BaseDirectory, file);
}
