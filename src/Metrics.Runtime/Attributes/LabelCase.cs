namespace TypedMetrics;

/// <summary>How the name of an enum member is written as a label value. For <c>NotFound</c>:</summary>
public enum LabelCase
{
    /// <summary><c>not_found</c></summary>
    Snake,

    /// <summary><c>not-found</c></summary>
    Kebab,

    /// <summary><c>notfound</c></summary>
    Lower,

    /// <summary><c>NOTFOUND</c></summary>
    Upper,

    /// <summary><c>notFound</c></summary>
    Camel,

    /// <summary><c>NotFound</c>, as it is declared.</summary>
    Declared,
}
