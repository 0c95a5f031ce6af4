namespace System.Runtime.CompilerServices;

/// <summary>Lets records with <c>init</c> members compile for .NET Standard 2.0.</summary>
internal static class IsExternalInit;
