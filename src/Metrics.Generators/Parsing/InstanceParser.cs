using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TypedMetrics.Generators.Declarations;
using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Parsing;

/// <summary>Finds what an instance group has of its own: constructors (MET017) and a <c>Dispose()</c>.</summary>
internal static class InstanceParser
{
    /// <summary>The generated method that a user's constructor calls.</summary>
    public const string RegisterMethod = "RegisterMetrics";

    public static InstanceModel Parse(INamedTypeSymbol type, ParsingContext context)
    {
        var constructors = type.InstanceConstructors.Where(static constructor => IsOwn(constructor) && !IsCopy(constructor)).ToList();
        foreach (var constructor in constructors)
        {
            CheckRegisters(constructor, type, context);
        }

        var isBaseGroup = type.BaseType is { } parent && IsGroupWithoutConstructor(parent);
        return new(
            CSharpText.Identifier(type.Name),
            constructors.Count > 0 || (!isBaseGroup && !HasPlainBase(type)),
            isBaseGroup,
            Disposal(type),
            type.IsSealed);
    }

    private static bool IsOwn(ISymbol member) => !member.IsImplicitlyDeclared && !GeneratedMembers.Contains(member);

    private static bool IsCopy(IMethodSymbol constructor) =>
        constructor.ContainingType.IsRecord
        && constructor.Parameters.Length == 1
        && SymbolEqualityComparer.Default.Equals(constructor.Parameters[0].Type, constructor.ContainingType);

    private static bool IsGroupWithoutConstructor(INamedTypeSymbol type) =>
        IsInstanceGroup(type) && !type.InstanceConstructors.Any(static constructor => IsOwn(constructor) && !IsCopy(constructor));

    /// <summary>Whether a constructor needs to pass nothing on; else the compiler asks the user for one.</summary>
    private static bool HasPlainBase(INamedTypeSymbol type) =>
        type.BaseType is not { } parent
        || parent.InstanceConstructors.Any(static constructor => constructor.Parameters.All(static parameter => parameter.IsOptional || parameter.IsParams)
            && constructor.DeclaredAccessibility != Accessibility.Private);

    private static bool IsInstanceGroup(INamedTypeSymbol type) =>
        GroupParser.InstrumentMembers(type).FirstOrDefault() is { IsStatic: false };

    private static DisposalKind Disposal(INamedTypeSymbol type)
    {
        if (HasOwnDispose(type))
        {
            return DisposalKind.Unregister;
        }

        for (var parent = type.BaseType; parent is not null; parent = parent.BaseType)
        {
            if (HasOwnDispose(parent))
            {
                return DisposalKind.Unregister;
            }

            if (IsInstanceGroup(parent))
            {
                return DisposalKind.Override;
            }
        }

        return DisposalKind.Dispose;
    }

    private static bool HasOwnDispose(INamedTypeSymbol type) => type.GetMembers().Any(static member =>
        member is IMethodSymbol { Parameters.IsEmpty: true, Arity: 0 } && member.Name is "Dispose" or "System.IDisposable.Dispose" && IsOwn(member));

    private static void CheckRegisters(IMethodSymbol constructor, INamedTypeSymbol type, ParsingContext context)
    {
        var syntax = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(context.Cancellation);
        if (syntax is ConstructorDeclarationSyntax declaration)
        {
            var delegates = declaration.Initializer is { ThisOrBaseKeyword.RawKind: (int)Microsoft.CodeAnalysis.CSharp.SyntaxKind.ThisKeyword };
            if (!delegates && !RegistrationCalls.Reach(declaration, type, context.Cancellation))
            {
                context.Report(
                    DeclarationDescriptors.UnregisteredConstructor,
                    declaration.Identifier.GetLocation(),
                    type.Name,
                    $"call '{RegisterMethod}(registry)' in it");
            }
        }
        else
        {
            context.Report(
                DeclarationDescriptors.UnregisteredConstructor,
                Spots.OfName(constructor),
                type.Name,
                $"a primary constructor cannot call '{RegisterMethod}(registry)'; write an ordinary one that does");
        }
    }
}
