using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Looks for the call of <c>RegisterMetrics</c> in a constructor and in the methods of the type that it calls.</summary>
internal static class RegistrationCalls
{
    public static bool Reach(SyntaxNode body, INamedTypeSymbol type, CancellationToken cancellation)
    {
        var seen = new HashSet<string>();
        var waiting = new Queue<SyntaxNode>([body]);
        while (waiting.Count > 0)
        {
            foreach (var name in CalledNames(waiting.Dequeue()))
            {
                if (name == InstanceParser.RegisterMethod)
                {
                    return true;
                }

                if (!seen.Add(name))
                {
                    continue;
                }

                foreach (var method in type.GetMembers(name).OfType<IMethodSymbol>().SelectMany(static method => method.DeclaringSyntaxReferences))
                {
                    waiting.Enqueue(method.GetSyntax(cancellation));
                }
            }
        }

        return false;
    }

    private static IEnumerable<string> CalledNames(SyntaxNode body) =>
        body.DescendantNodes().OfType<InvocationExpressionSyntax>().Select(static call => call.Expression switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } access => access.Name.Identifier.ValueText,
            _ => "",
        });
}
