using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using TypedMetrics.Analyzers.Tests.Harness;

namespace TypedMetrics.Analyzers.Tests.Provenance;

/// <summary>What every case of the corpus can use: usings, instruments, and stand-ins for libraries under their real names.</summary>
internal static class CorpusContext
{
    public const string Source = """
        global using Microsoft.AspNetCore.Builder;
        global using Microsoft.AspNetCore.Http;
        global using Microsoft.AspNetCore.Http.Extensions;
        global using Microsoft.AspNetCore.Mvc;
        global using Microsoft.AspNetCore.Mvc.Filters;
        global using Microsoft.AspNetCore.Routing;
        global using Microsoft.Extensions.Hosting;
        global using Microsoft.Extensions.Primitives;
        global using System.Collections.Concurrent;
        global using System.Collections.Frozen;
        global using System.Diagnostics;
        global using System.Globalization;
        global using System.Net;
        global using System.Net.Http;
        global using System.Security.Claims;
        global using System.Text;
        global using System.Text.RegularExpressions;

        public enum Plan { Free, Pro }

        public sealed record Order(string Number, Plan Plan, string City);

        [LabelSet]
        public readonly partial record struct Labels([MaxValues(50)] string Route, Plan Plan);

        [LabelSet]
        public sealed class Mutable
        {
            [MaxValues(50)]
            public string Route { get; set; } = "";
        }

        public static partial class M
        {
            [Counter("mutable_uses_total")]
            public static partial Counter Mutable(Mutable labels);

            [Counter("uses_total")]
            public static partial Counter Label([MaxValues(200)] string value);

            [Counter("span_uses_total")]
            public static partial Counter Span([MaxValues(200)] ReadOnlySpan<char> value);

            [Counter("set_uses_total")]
            public static partial Counter Set(Labels labels);
        }

        public static class Old
        {
            private static readonly System.Diagnostics.Metrics.Meter Meter = new("corpus");

            public static readonly System.Diagnostics.Metrics.Counter<long> Uses = Meter.CreateCounter<long>("uses");

            public static readonly System.Diagnostics.Metrics.Histogram<double> Sizes = Meter.CreateHistogram<double>("sizes");
        }
        """;

    /// <summary>What the cases' <c>.editorconfig</c> says of code that is not theirs.</summary>
    public const string Lists = """
        [*.cs]
        metrics_unbounded_members = Vendor.Devices.Device.Serial
        metrics_bounded_members = Vendor.Devices.Device.Model
        metrics_identity_words = tracking_code

        """;

    private static readonly Lazy<MetadataReference> StandIns = new(CompileStandIns);

    /// <summary>A test with the usings, the instruments and the references, yet without a case.</summary>
    /// <param name="config">Lines of the cases' <c>.editorconfig</c> besides those lists.</param>
    public static AnalyzerTest NewTest(string config = "") =>
        new AnalyzerTest { EditorConfig = new(Lists + config) }
            .WithAspNetCore()
            .WithReference(StandIns.Value)
            .WithPlain(Source, "/Context.cs");

    private static MetadataReference CompileStandIns()
    {
        var assembly = typeof(CorpusContext).Assembly;
        var trees = assembly.GetManifestResourceNames()
            .Where(static name => name.EndsWith(".standin", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
                return CSharpSyntaxTree.ParseText(reader.ReadToEnd());
            });
        var compilation = CSharpCompilation.Create(
            "StandIns",
            trees,
            References.Framework,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));
        return Emitted.Reference(compilation);
    }
}
