using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace TypedMetrics.Generators.Tests.Harness;

/// <summary>Walks everything that an object holds.</summary>
internal static class ObjectGraph
{
    /// <summary>The parts of a compilation that the object keeps alive.</summary>
    public static IEnumerable<object> PartsOfACompilation(object root) => Reachable(root).Where(static part =>
        part is ISymbol or Compilation or SyntaxNode or SyntaxTree or Location or SemanticModel or AttributeData or MetadataReference);

    private static HashSet<object> Reachable(object root)
    {
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        var waiting = new Stack<object>([root]);
        while (waiting.Count > 0)
        {
            var part = waiting.Pop();
            if (part is string or Type || part.GetType().IsPrimitive || !seen.Add(part))
            {
                continue;
            }

            foreach (var held in part is IEnumerable items and not ValueType ? items.Cast<object?>() : Fields(part))
            {
                if (held is not null)
                {
                    waiting.Push(held);
                }
            }
        }

        return seen;
    }

    private static IEnumerable<object?> Fields(object part)
    {
        for (var type = part.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                yield return field.GetValue(part);
            }
        }
    }
}
