using System;
using System.Collections.Generic;
using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TypedMetrics.Generators.Parsing;

/// <summary>What the text of one file says about groups; read once, for an edit leaves the trees of all other files as they are.</summary>
internal sealed class GroupFile
{
    private static readonly ConditionalWeakTable<SyntaxTree, GroupFile> Read = new();

    private readonly List<GroupCandidate> _candidates = [];
    private readonly List<(string Name, string Target)> _aliases = [];
    private readonly List<(string Name, string Target)> _globalAliases = [];

    private GroupFile()
    {
    }

    /// <summary>The types that have members with attributes.</summary>
    public IReadOnlyList<GroupCandidate> Candidates => _candidates;

    /// <summary>The aliases that hold in this file, each after those that it may name.</summary>
    public IReadOnlyList<(string Name, string Target)> Aliases => _aliases;

    /// <summary>The aliases that hold in all files.</summary>
    public IReadOnlyList<(string Name, string Target)> GlobalAliases => _globalAliases;

    public static GroupFile Of(SyntaxTree tree, CancellationToken cancellation)
    {
        if (Read.TryGetValue(tree, out var known))
        {
            return known;
        }

        var file = new GroupFile();
        if (tree.GetRoot(cancellation) is CompilationUnitSyntax unit)
        {
            file.AddAliases(unit.Usings);
            file.AddMembers(unit.Members, "");
        }

        return Read.GetValue(tree, _ => file);
    }

    private void AddAliases(SyntaxList<UsingDirectiveSyntax> usings)
    {
        foreach (var directive in usings)
        {
            if (directive is { Alias.Name.Identifier.ValueText: { } alias, Name: { } target })
            {
                (directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword) ? _globalAliases : _aliases).Add((alias, LastWord(target)));
            }
        }
    }

    private void AddMembers(SyntaxList<MemberDeclarationSyntax> members, string prefix)
    {
        foreach (var member in members)
        {
            switch (member)
            {
                case BaseNamespaceDeclarationSyntax part:
                    AddAliases(part.Usings);
                    AddMembers(part.Members, prefix + Joined(part.Name) + ".");
                    break;
                case TypeDeclarationSyntax type:
                    AddType(type, prefix);
                    break;
            }
        }
    }

    // No part can be added to a file-local type or to an extension block, which has no name.
    private void AddType(TypeDeclarationSyntax type, string prefix)
    {
        if (type.Identifier.ValueText is not { Length: > 0 } name || type.Modifiers.Any(SyntaxKind.FileKeyword))
        {
            return;
        }

        var arity = type.TypeParameterList?.Parameters.Count ?? 0;
        var metadataName = prefix + name + (arity == 0 ? "" : "`" + arity.ToString(CultureInfo.InvariantCulture));
        HashSet<string>? attributes = null;
        foreach (var member in type.Members)
        {
            if (member is MethodDeclarationSyntax or BasePropertyDeclarationSyntax or FieldDeclarationSyntax)
            {
                foreach (var list in member.AttributeLists)
                {
                    foreach (var attribute in list.Attributes)
                    {
                        (attributes ??= new(StringComparer.Ordinal)).Add(LastWord(attribute.Name));
                    }
                }
            }
        }

        if (attributes is not null)
        {
            _candidates.Add(new(metadataName, attributes));
        }

        AddMembers(type.Members, metadataName + "+");
    }

    private static string Joined(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => Joined(qualified.Left) + "." + qualified.Right.Identifier.ValueText,
        _ => LastWord(name),
    };

    private static string LastWord(NameSyntax name) => name switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}
