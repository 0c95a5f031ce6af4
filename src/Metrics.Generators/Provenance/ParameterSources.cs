using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>Parameters that a framework fills from a request: by attribute, or by the method that they belong to.</summary>
internal static class ParameterSources
{
    /// <summary>The origin that a parameter is by itself, or <see langword="null"/>.</summary>
    public static Origin? Of(IParameterSymbol parameter)
    {
        foreach (var attribute in parameter.GetAttributes())
        {
            if (KnownSources.ParameterAttributes.TryGet(attribute.AttributeClass, out var kind))
            {
                return new Origin(kind, Descriptions.OfParameter(parameter, attribute), Descriptions.LocationOf(parameter));
            }

            if (attribute.AttributeClass?.Name is "FromServicesAttribute" or "FromKeyedServicesAttribute")
            {
                return null;
            }
        }

        return parameter.ContainingSymbol is IMethodSymbol method && KindOf(method, parameter) is { } chosen
            ? new Origin(chosen, Descriptions.OfFilled(parameter, method.ContainingType.Name), Descriptions.LocationOf(parameter))
            : null;
    }

    /// <summary>The origin of a parameter of a function that is handed to <c>MapGet</c> and the like, or <see langword="null"/>.</summary>
    public static Origin? OfHandler(IInvocationOperation call, IOperation function, int ordinal)
    {
        if (!MetadataNames.Is(call.TargetMethod.ContainingType, "Microsoft.AspNetCore.Builder.EndpointRouteBuilderExtensions")
            || HandlerOf(function) is not { } handler || ordinal >= handler.Parameters.Length)
        {
            return null;
        }

        var parameter = handler.Parameters[ordinal];
        if (Of(parameter) is { } origin)
        {
            return origin;
        }

        OriginKind? kind = IsSimple(parameter.Type) ? OriginKind.RouteValue
            : parameter.Type is INamedTypeSymbol { IsRecord: true } ? OriginKind.RequestBody
            : null;
        return kind is { } chosen
            ? new Origin(chosen, Descriptions.OfFilled(parameter, call.TargetMethod.Name), Descriptions.LocationOf(parameter))
            : null;
    }

    private static IMethodSymbol? HandlerOf(IOperation function)
    {
        while (true)
        {
            switch (function)
            {
                case IConversionOperation conversion:
                    function = conversion.Operand;
                    break;
                case IDelegateCreationOperation creation:
                    function = creation.Target;
                    break;
                case IFlowAnonymousFunctionOperation lambda:
                    return lambda.Symbol;
                case IMethodReferenceOperation mention:
                    return mention.Method;
                default:
                    return null;
            }
        }
    }

    private static OriginKind? KindOf(IMethodSymbol method, IParameterSymbol parameter)
    {
        if (method.MethodKind != MethodKind.Ordinary || method.IsStatic || method.DeclaredAccessibility != Accessibility.Public)
        {
            return null;
        }

        var type = method.ContainingType;
        if (IsController(type))
        {
            return method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "NonActionAttribute") ? null
                : IsSimple(parameter.Type) ? OriginKind.RouteValue
                : IsModel(parameter.Type) ? OriginKind.RequestBody
                : null;
        }

        if (Derives(type, "Microsoft.AspNetCore.SignalR.Hub"))
        {
            return IsSimple(parameter.Type) || IsModel(parameter.Type) ? OriginKind.RequestBody : null;
        }

        if (Derives(type, "Microsoft.AspNetCore.Mvc.RazorPages.PageModel") && method.Name.StartsWith("On", System.StringComparison.Ordinal))
        {
            return IsSimple(parameter.Type) ? OriginKind.RequestQuery : null;
        }

        // A gRPC service's method: the message, and the context of the call.
        return method.IsOverride && method.Parameters.Length >= 2 && method.Parameters[method.Parameters.Length - 1].Type.Name == "ServerCallContext"
            && parameter.Ordinal == 0 && IsModel(parameter.Type)
            ? OriginKind.RequestBody
            : null;
    }

    private static bool IsController(INamedTypeSymbol type) =>
        Derives(type, "Microsoft.AspNetCore.Mvc.ControllerBase")
        || type.GetAttributes().Any(static attribute => MetadataNames.Is(attribute.AttributeClass, "Microsoft.AspNetCore.Mvc.ApiControllerAttribute"));

    private static bool Derives(INamedTypeSymbol type, string name)
    {
        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (MetadataNames.Is(current.OriginalDefinition, name))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A type that is parsed from one piece of text, and has no few values.</summary>
    private static bool IsSimple(ITypeSymbol type)
    {
        type = ValueTypes.Unwrap(type)!;
        return type.SpecialType is SpecialType.System_String or (>= SpecialType.System_SByte and <= SpecialType.System_Double) or SpecialType.System_DateTime
            || (type.TypeKind != TypeKind.Enum && KnownSources.Types.TryGet(type, out var kind) && kind is OriginKind.UniqueId or OriginKind.Clock or OriginKind.Url);
    }

    /// <summary>A type of the project's that a request's body is read into, and no service.</summary>
    private static bool IsModel(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, IsAbstract: false } named
        && !ValueTypes.IsFramework(named)
        && named.InstanceConstructors.Any(static constructor => constructor.Parameters.IsEmpty || constructor.ContainingType.IsRecord);
}
