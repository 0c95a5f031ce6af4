using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Origins in words, as messages show them.</summary>
internal static class Descriptions
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.MinimallyQualifiedFormat;

    /// <summary><c>HttpRequest.Path</c>, <c>Guid.NewGuid()</c>.</summary>
    public static string OfMember(ISymbol member)
    {
        var owner = member.ContainingType?.Name;
        var name = member switch
        {
            IPropertySymbol { IsIndexer: true } => null,
            IMethodSymbol { MethodKind: MethodKind.Constructor } => null,
            IMethodSymbol method => method.Name + "()",
            _ => member.Name,
        };
        return name is null ? owner ?? "" : owner is null ? name : owner + "." + name;
    }

    /// <summary><c>Guid 'id'</c> for a variable or member, <c>Guid</c> for another expression.</summary>
    public static string OfTyped(IOperation operation)
    {
        var type = ValueTypes.Unwrap(operation.Type)?.ToDisplayString(NullableFlowState.None, TypeFormat) ?? "";
        var name = operation switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation member => member.Member.Name,
            IInvocationOperation call => call.TargetMethod.Name + "()",
            _ => null,
        };
        return name is null ? type : $"{type} '{name}'";
    }

    /// <summary><c>'id' ([FromRoute])</c></summary>
    public static string OfParameter(IParameterSymbol parameter, AttributeData attribute)
    {
        var name = attribute.AttributeClass?.Name ?? "";
        const string Suffix = "Attribute";
        return $"'{parameter.Name}' ([{(name.EndsWith(Suffix, System.StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name)}])";
    }

    public static Location LocationOf(ISymbol symbol) => symbol.Locations.IsEmpty ? Location.None : symbol.Locations[0];
}
