using TypedMetrics.Generators.Tests.Harness;

namespace TypedMetrics.Generators.Tests.Labels;

public class BoolLabelTests
{
    [Fact]
    public void HasTwoValues() => Behaviour.Check(
        """
        public partial class Metrics
        {
            [Counter("x_total")]
            public partial Counter X(bool warm);
        }
        """,
        "metrics.X(false).Inc(1); metrics.X(true).Inc(2);",
        """x_total{warm="false"} 1""",
        """x_total{warm="true"} 2""");

    [Fact]
    public void HasAnEmptyValueWhereItMayBeNull() => Behaviour.Check(
        """
        public partial class Metrics
        {
            [Counter("x_total")]
            public partial Counter X(bool? warm, bool last);
        }
        """,
        "metrics.X(false, true).Inc(1); metrics.X(true, true).Inc(2); metrics.X(null, true).Inc(3);",
        """x_total{warm="false",last="true"} 1""",
        """x_total{warm="true",last="true"} 2""",
        """x_total{last="true"} 3""");
}
