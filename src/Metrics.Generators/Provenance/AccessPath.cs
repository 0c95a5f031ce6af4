using System.Collections.Generic;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TypedMetrics.Generators.Provenance;

/// <summary>
/// What a condition can speak about: a variable, or a member of a member of one (<c>context.Request.Path</c>). Two
/// mentions of one path are taken to be the same value as long as the variable is not assigned in between.
/// </summary>
internal sealed class AccessPath
{
    private readonly ImmutableArray<(ISymbol Member, object? Key)> _members;

    private AccessPath(Variable? root, ImmutableArray<(ISymbol Member, object? Key)> members)
    {
        Root = root;
        _members = members;
    }

    /// <summary>The variable; <see langword="null"/> for members of <c>this</c> and of types.</summary>
    public Variable? Root { get; }

    public bool HasMembers => !_members.IsEmpty;

    public static AccessPath Of(Variable variable) => new(variable, ImmutableArray<(ISymbol, object?)>.Empty);

    /// <summary>The path to a part of a parameter; <see langword="null"/> where no expression says it.</summary>
    public static AccessPath? Of(IParameterSymbol parameter, Projection? part)
    {
        var path = Of(new Variable(parameter));
        var type = parameter.Type;
        for (var inner = part; inner is not null; inner = inner.Inner)
        {
            if (MemberOf(type, inner) is not { } member)
            {
                return null;
            }

            path = path.With(member);
            type = member is IFieldSymbol field ? field.Type : ((IPropertySymbol)member).Type;
        }

        return path;
    }

    private static ISymbol? MemberOf(ITypeSymbol type, Projection part)
    {
        var name = part.Kind switch
        {
            ProjectionKind.Key => "Key",
            ProjectionKind.Value when part.Label is null => "Value",
            ProjectionKind.Member => part.Symbol!.Name,
            _ => null,
        };
        if (part.Kind == ProjectionKind.Element && type is INamedTypeSymbol { IsTupleType: true } tuple && part.Ordinal < tuple.TupleElements.Length)
        {
            return tuple.TupleElements[part.Ordinal];
        }

        for (var current = type; name is not null && current is not null; current = current.BaseType)
        {
            foreach (var member in current.GetMembers(name))
            {
                if (member is IFieldSymbol or IPropertySymbol { Parameters.IsEmpty: true })
                {
                    return member;
                }
            }
        }

        return null;
    }

    /// <summary>A member of what this path leads to.</summary>
    public AccessPath With(ISymbol member) => new(Root, _members.Insert(0, (member, null)));

    /// <summary>Whether a tested expression speaks about one of the paths.</summary>
    public static bool IsAbout(FunctionBody body, IOperation tested, ImmutableArray<AccessPath> paths)
    {
        foreach (var candidate in Tested(body, tested))
        {
            foreach (var path in paths)
            {
                if (candidate.IsSameAs(path))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The path that an expression is, or <see langword="null"/>.</summary>
    public static AccessPath? Of(FunctionBody body, IOperation operation)
    {
        var members = ImmutableArray.CreateBuilder<(ISymbol, object?)>();
        for (var current = operation; ;)
        {
            switch (current)
            {
                case IConversionOperation conversion:
                    current = conversion.Operand;
                    continue;
                case ILocalReferenceOperation local:
                    return new AccessPath(new Variable(local.Local), members.ToImmutable());
                case IParameterReferenceOperation parameter:
                    return new AccessPath(new Variable(parameter.Parameter), members.ToImmutable());
                case IFlowCaptureReferenceOperation reference:
                    var captured = body.DefinitionsOf(new Variable(reference.Id));
                    if (captured.Count != 1)
                    {
                        return new AccessPath(new Variable(reference.Id), members.ToImmutable());
                    }

                    current = captured[0].Source;
                    continue;
                case IInstanceReferenceOperation:
                    return new AccessPath(null, members.ToImmutable());
                case IPropertyReferenceOperation property when KeyOf(property, out var key):
                    members.Add((property.Property, key));
                    if (property.Instance is not { } owner)
                    {
                        return new AccessPath(null, members.ToImmutable());
                    }

                    current = owner;
                    continue;
                case IFieldReferenceOperation field:
                    members.Add((field.Field, null));
                    if (field.Instance is not { } holder)
                    {
                        return new AccessPath(null, members.ToImmutable());
                    }

                    current = holder;
                    continue;
                default:
                    return null;
            }
        }
    }

    /// <summary>
    /// The paths whose value a tested expression speaks about: itself, and what it is a trimmed, lower-cased or
    /// otherwise reshaped form of.
    /// </summary>
    public static IEnumerable<AccessPath> Tested(FunctionBody body, IOperation operation)
    {
        for (var current = operation; current is not null;)
        {
            if (Of(body, current) is { } path)
            {
                yield return path;
            }

            current = Reshaped(body, current);
        }
    }

    /// <summary>
    /// The paths that hold the variable's value: itself, and what it is a copy or a reshaped form of, as long as neither
    /// is ever assigned again.
    /// </summary>
    public static ImmutableArray<AccessPath> Aliases(FunctionBody body, Variable variable)
    {
        var aliases = ImmutableArray.Create(Of(variable));
        if (OnlySource(body, variable) is { } source)
        {
            foreach (var path in Tested(body, source))
            {
                if (path.Root is not { } root || IsSettled(body, root))
                {
                    aliases = aliases.Add(path);
                }
            }
        }

        return aliases;
    }

    /// <summary>The operation whose whole value a variable has, where it has one definition only.</summary>
    public static IOperation? OnlySource(FunctionBody body, Variable variable) =>
        body.DefinitionsOf(variable) is { Count: 1 } only && only[0] is { Kind: DefinitionKind.Value, Part: null } definition ? definition.Source : null;

    /// <summary>The operation whose value a temporary has, whatever is then done with the object.</summary>
    public static IOperation? FirstSource(FunctionBody body, Variable variable)
    {
        IOperation? source = null;
        foreach (var definition in body.DefinitionsOf(variable))
        {
            if (definition is { Kind: DefinitionKind.Value, Part: null })
            {
                if (source is not null)
                {
                    return null;
                }

                source = definition.Source;
            }
        }

        return source;
    }

    public bool IsSameAs(AccessPath other)
    {
        if (!Equals(Root, other.Root) || _members.Length != other._members.Length)
        {
            return false;
        }

        for (var i = 0; i < _members.Length; i++)
        {
            if (!SymbolEqualityComparer.Default.Equals(_members[i].Member, other._members[i].Member)
                || !Equals(_members[i].Key, other._members[i].Key))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSettled(FunctionBody body, Variable variable) =>
        body.DefinitionsOf(variable).Count <= (variable.Symbol is IParameterSymbol ? 0 : 1);

    private static bool KeyOf(IPropertyReferenceOperation property, out object? key)
    {
        key = null;
        if (property.Arguments.Length == 0)
        {
            return true;
        }

        var constant = property.Arguments.Length == 1 ? property.Arguments[0].Value.ConstantValue : default;
        key = constant.Value;
        return constant.HasValue;
    }

    private static IOperation? Reshaped(FunctionBody body, IOperation operation) => operation switch
    {
        IConversionOperation conversion => conversion.Operand,
        IFlowCaptureReferenceOperation reference => OnlySource(body, new Variable(reference.Id)),
        ILocalReferenceOperation local => OnlySource(body, new Variable(local.Local)),
        IInvocationOperation { Instance: { } receiver } call when IsReshaping(call.TargetMethod.Name) => receiver,
        IInvocationOperation { Instance: null, Arguments.Length: > 0 } call when IsReshaping(call.TargetMethod.Name) => call.Arguments[0].Value,
        IPropertyReferenceOperation { Instance: { } receiver, Property.Name: "Value" or "HasValue" } => receiver,
        _ => null,
    };

    private static bool IsReshaping(string method) =>
        method is "ToString" or "ToLower" or "ToLowerInvariant" or "ToUpper" or "ToUpperInvariant" or "Trim" or "TrimStart" or "TrimEnd"
            or "AsSpan" or "GetValueOrDefault" or "Normalize";
}
