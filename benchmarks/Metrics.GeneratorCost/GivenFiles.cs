using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace TypedMetrics.GeneratorCost;

/// <summary>
/// Hands the compiler files that are known beforehand, and, where it is asked to, has it bind on all threads what any generator must
/// look at: the members of the groups, their types and attributes. The rest of a generator's time is its own.
/// </summary>
internal sealed class GivenFiles(IReadOnlyList<(string Name, string Text)> files, IReadOnlyList<string> groups) : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var found = context.CompilationProvider.Select(Bind);
        context.RegisterSourceOutput(found, (output, _) =>
        {
            foreach (var (name, text) in files)
            {
                output.AddSource(name, SourceText.From(text, Encoding.UTF8));
            }
        });
    }

    private int Bind(Compilation compilation, CancellationToken cancellation)
    {
        var arguments = 0;
        Parallel.For(0, groups.Count, new ParallelOptions { CancellationToken = cancellation }, i =>
        {
            var type = compilation.Assembly.GetTypeByMetadataName(groups[i])!;
            var count = Arguments(type);
            foreach (var member in type.GetMembers())
            {
                count += Arguments(member) + (member is IMethodSymbol method ? Signature(method) : 0);
            }

            Interlocked.Add(ref arguments, count);
        });
        return arguments;
    }

    private static int Signature(IMethodSymbol method) =>
        method.Parameters.Sum(static parameter => Arguments(parameter) + (parameter.Type.Name.Length > 0 ? 1 : 0)) + method.ReturnType.Name.Length;

    private static int Arguments(ISymbol symbol) =>
        symbol.GetAttributes().Sum(static attribute => attribute.ConstructorArguments.Length + attribute.NamedArguments.Length);
}
