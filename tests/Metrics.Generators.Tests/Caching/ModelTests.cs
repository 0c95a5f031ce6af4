using TypedMetrics.Generators.Model;

namespace TypedMetrics.Generators.Tests.Caching;

/// <summary>Models are equal by content, down to each element of their arrays.</summary>
public class ModelTests
{
    [Fact]
    public void ArraysAreEqualByContent()
    {
        Assert.Equal(new EquatableArray<string>(["a", "b"]), new EquatableArray<string>(["a", "b"]));
        Assert.Equal(new EquatableArray<string>(["a", "b"]).GetHashCode(), new EquatableArray<string>(["a", "b"]).GetHashCode());
        Assert.Equal(default, new EquatableArray<string>([]));
        Assert.NotEqual(new EquatableArray<string>(["a", "b"]), new EquatableArray<string>(["b", "a"]));
        Assert.NotEqual(new EquatableArray<string>(["a", "b"]), new EquatableArray<string>(["a"]));
    }

    [Fact]
    public void EveryModelIsASealedRecordOfPlainParts()
    {
        var models = typeof(GroupModel).Assembly.GetTypes().Where(static type =>
            type is { IsEnum: false, IsNested: false } && type.Namespace == typeof(GroupModel).Namespace && type != typeof(EquatableArray<>)).ToList();
        Assert.NotEmpty(models);
        Assert.All(models, static model =>
        {
            Assert.True(model.IsSealed, model.Name);
            Assert.NotNull(model.GetMethod("<Clone>$"));
            Assert.All(model.GetProperties().Select(static property => property.PropertyType), static type => Assert.True(IsPlain(type), type.ToString()));
        });
    }

    private static bool IsPlain(Type type) =>
        type.IsPrimitive
        || type.IsEnum
        || type == typeof(string)
        || type == typeof(Type)
        || (type.IsGenericType && type.GetGenericArguments().All(IsPlain))
        || type.Namespace == typeof(GroupModel).Namespace;
}
