namespace TypedMetrics.Analyzers.Tests.Robustness;

/// <summary>Sources that take long if an analyzer repeats itself, and never end if it goes round in circles.</summary>
internal static class LargeSources
{
    private const string Instruments = """
        public static partial class M
        {
            [Counter("a_total")] public static partial Counter A([MaxValues(5)] string value);
        }

        """;

    private static readonly Dictionary<string, (bool IsBroken, Func<string> Text)> All = new()
    {
        ["long sums and deep calls"] = (false, DeepExpressions),
        ["a method of a thousand statements"] = (false, HugeMethod),
        ["branches after branches"] = (false, Branches),
        ["a chain of methods"] = (false, () => Chain(400, 1)),
        ["methods that each call the next ones twice"] = (false, () => Chain(60, 2)),
        ["a ring of methods"] = (false, Ring),
        ["lambdas in lambdas"] = (false, NestedLambdas),
        ["fields that take each other's values"] = (false, FieldRing),
        ["types that hold each other"] = (false, TypeRing),
        ["overrides of overrides"] = (false, Overrides),
        ["one wrapper with many callers"] = (false, ManyCallers),
        ["types that inherit from themselves"] = (true, InheritanceRing),
        ["generic types that grow"] = (true, GrowingGenerics),
        ["blocks in blocks"] = (false, NestedBlocks),
    };

    public static TheoryData<string> Names { get; } = [.. All.Keys];

    public static bool IsBroken(string name) => All[name].IsBroken;

    public static string Text(string name) => Instruments + All[name].Text();

    private static string DeepExpressions() => $$"""
        public static class Deep
        {
            static string Same(string text) => text;

            static void Run(string text)
            {
                M.A({{string.Join(" + ", Enumerable.Repeat("text", 400))}}).Inc();
                M.A({{Repeat(150, _ => "Same(", "")}}text{{new string(')', 150)}}).Inc();
                var a0 = text;
                {{Repeat(400, i => $"var a{i + 1} = a{i} + a{i};")}}
                M.A(a400).Inc();
                string Fold(string one, int times) => times == 0 ? one : Fold(Fold(one, times - 1), times - 2);
                M.A(Fold(text, 30)).Inc();
            }
        }
        """;

    private static string HugeMethod() => $$"""
        public static class Huge
        {
            static void Run(string text, Guid id, int number)
            {
                var label = text;
                {{Repeat(400, i => $"if (number == {i}) {{ label = label + \"{i}\"; M.A(label).Inc(); }}")}}
                M.A(label).Inc();
            }
        }
        """;

    private static string Branches() => $$"""
        public static class Branching
        {
            static string Pick(string text, int number) => number switch
            {
                {{Repeat(800, i => $"{i} => text + \"{i}\",")}}
                _ => Guid.NewGuid().ToString(),
            };

            static void Run(string text, Guid id, int number)
            {
                var label = "none";
                for (var i = 0; i < number; i++)
                {
                    {{Repeat(200, i => $"label = (number & {i}) == 0 ? label : Pick(label, {i});")}}
                    M.A(label).Inc();
                }
            }
        }
        """;

    private static string Chain(int length, int calls) => $$"""
        public static class Chains
        {
            static void Start(Guid id) => M.A(F0(id.ToString())).Inc();

            {{Repeat(length, i => $"static string F{i}(string text) => text.Length > {i} ? {Calls(i, calls)} : text;")}}
            static string F{{length}}(string text) => text;

            static void G{{length}}(string text) => M.A(text).Inc();
            {{Repeat(length, i => $"static void G{i}(string text) {{ {string.Concat(Enumerable.Repeat($"G{i + 1}(text); ", calls))} }}")}}
            static void Begin(Guid id) => G0(id.ToString());
        }
        """;

    private static string Calls(int index, int calls) =>
        string.Join(" + ", Enumerable.Repeat(FormattableString.Invariant($"F{index + 1}(text)"), calls));

    private static string Ring() => $$"""
        public static class Rings
        {
            static void Start(Guid id) => M.A(F0(id.ToString())).Inc();

            {{Repeat(120, i => $"static string F{i}(string text) => text.Length > {i} ? F{(i + 1) % 120}(text[1..]) : F{(i * 7) % 120}(text + F{(i + 60) % 120}(\"x\"));")}}

            {{Repeat(120, i => $"static void G{i}(string text) {{ M.A(text).Inc(); G{(i + 1) % 120}(text); G{(i + 50) % 120}(text + \"x\"); }}")}}

            static void Begin(Guid id) => G0(id.ToString());
        }
        """;

    private static string NestedLambdas() => $$"""
        public static class Nesting
        {
            static void Run(Guid id)
            {
                {{Repeat(40, i => $"Action a{i} = () => {{ var b{i} = id.ToString() + {i};")}}
                M.A(b39 + b0).Inc();
                {{Repeat(40, i => $"}}; a{39 - i}();")}}
            }
        }
        """;

    private static string FieldRing() => $$"""
        public static class Fields
        {
            {{Repeat(150, i => $"static string f{i} = \"x\"; static string P{i} {{ get => f{i}; set => f{i} = value; }}")}}
            static void Run(Guid id)
            {
                {{Repeat(150, i => $"f{i} = P{(i + 1) % 150}; P{i} = f{(i * 11) % 150} + P{(i + 75) % 150};")}}
                f3 = id.ToString();
                M.A(P100).Inc();
            }
        }
        """;

    private static string TypeRing() => $$"""
        public record Left(Right? Other, string Name);
        public record Right(Left? Other, string Name);
        public class Node
        {
            public Node? Next { get; set; }
            public Node[] All { get; set; } = [];
            public string Name { get; set; } = "";
            public static Node Of(Node next) => new() { Next = next, Name = next.Next?.Next?.Name ?? "end", All = [next, .. next.All] };
            public string Deep(int left) => left == 0 ? Name : All[left].Deep(left - 1) + Next!.Deep(left - 1);
        }

        public static class Types
        {
            static void Run(Left left, Node node, Guid id)
            {
                M.A(left.Other!.Other!.Other!.Name).Inc();
                var one = new Left(new Right(left, id.ToString()), "x");
                for (var i = 0; i < 3; i++)
                {
                    one = new Left(new Right(one, one.Other!.Name), one.Name + one.Other!.Other!.Name);
                    node = Node.Of(node.Next ?? node);
                    node.Name = node.Next!.Next!.Name;
                    node.Next.Next = node;
                }

                M.A(one.Name).Inc();
                M.A(node.Deep(5)).Inc();
                M.A(node{{Repeat(60, _ => ".Next!", "")}}.Name).Inc();
            }
        }
        """;

    private static string Overrides() => $$"""
        public class C0
        {
            public virtual string Name => "zero";
            public virtual string Of(string text) => text;
        }

        {{Repeat(150, i => $"public class C{i + 1} : C{i} {{ public override string Name => base.Name + Of(\"{i}\"); public override string Of(string text) => base.Of(text + Name); }}")}}
        public static class Calls
        {
            static void Run(C0 one, Guid id) => M.A(one.Of(id.ToString()) + one.Name).Inc();
        }
        """;

    private static string ManyCallers() => $$"""
        public static class Wrapper
        {
            public static void Count(string text) => M.A(text).Inc();
            {{Repeat(1500, i => $"static void Call{i}(string text, Guid id) => Count({(i % 3 == 0 ? "text" : i % 3 == 1 ? "\"x\"" : "id.ToString()")});")}}
        }
        """;

    private static string InheritanceRing() => """
        public class A : B { public override string Name => base.Name; public void Run() => M.A(Name + base.Name).Inc(); }
        public class B : C { public override string Name => base.Name; }
        public class C : A { public override string Name => base.Name; }
        public interface I : J { string Name => M.A(((J)this).Name) == default ? "x" : "y"; }
        public interface J : I { string Name { get; } }
        public struct S { public S Inner; public string Name => Inner.Inner.Name; public void Run() => M.A(Inner.Name).Inc(); }
        public class Self : Self.Inner { public class Inner { public string Name => M.A(Name) == default ? Name : Name; } }
        public record R(R Other) : R(Other.Other) { public void Run() => M.A(Other.Other.ToString()).Inc(); }
        public static class Constants { public const string X = Y; public const string Y = X; public static void Run() => M.A(X + Y).Inc(); }
        """;

    private static string GrowingGenerics() => """
        public class Box<T> : Base<Box<Box<T>>> { public void Run(T item) => M.A(item!.ToString()!).Inc(); }
        public class Base<T> { public string Name<TOther>(int left) => left == 0 ? "x" : Name<Box<TOther>>(left - 1); public void Go() => M.A(Name<T>(9)).Inc(); }
        """;

    private static string NestedBlocks() => $$"""
        public static class Blocks
        {
            static void Run(Guid id, int number)
            {
                var label = "x";
                {{Repeat(60, i => $"try {{ while (number > {i}) {{ label = id.ToString();")}}
                M.A(label).Inc();
                {{Repeat(60, i => $"}} }} finally {{ label = label + {i}; M.A(label).Inc(); }}")}}
            }
        }
        """;

    private static string Repeat(int times, Func<int, FormattableString> line) =>
        string.Join('\n', Enumerable.Range(0, times).Select(i => FormattableString.Invariant(line(i))));

    private static string Repeat(int times, Func<int, string> text, string between) =>
        string.Join(between, Enumerable.Range(0, times).Select(text));
}
