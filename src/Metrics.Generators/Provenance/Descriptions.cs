using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Origins in words, as messages show them.</summary>
internal static class Descriptions
{
    private static readonly SymbolDisplayFormat TypeFormat = SymbolDisplayFormat.MinimallyQualifiedFormat;

    /// <summary><c>HttpRequest.Path</c>, <c>Guid.NewGuid()</c>.</summary>
    public static string OfMember(ISymbol member, bool withType = true)
    {
        var owner = withType ? member.ContainingType?.Name : null;
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

    /// <summary><c>'id' of MapGet</c>: a parameter that a framework fills from a request.</summary>
    public static string OfFilled(IParameterSymbol parameter, string by) => $"'{parameter.Name}' of {by}, which the request fills";

    /// <summary><c>parameter 'userId'</c>, <c>property 'Customer.Email'</c></summary>
    public static string OfNamed(ISymbol symbol) => symbol switch
    {
        IParameterSymbol parameter => $"parameter '{parameter.Name}'",
        IFieldSymbol field => $"field '{OfMember(field)}'",
        _ => $"property '{OfMember(symbol)}'",
    };

    /// <summary><c>Track(route)</c>: a value is passed for a parameter.</summary>
    public static string OfPassing(IParameterSymbol parameter) => parameter.ContainingSymbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => $"{constructor.ContainingType.Name}({parameter.Name})",
        IMethodSymbol { MethodKind: MethodKind.AnonymousFunction or MethodKind.DelegateInvoke } => parameter.Name,
        ISymbol { Name: var name } when IsPlain(name) => $"{name}({parameter.Name})",
        _ => parameter.Name,
    };

    public static Location LocationOf(ISymbol symbol) => symbol.Locations.IsEmpty ? Location.None : symbol.Locations[0];

    private static bool IsPlain(string name) => name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_');
}
