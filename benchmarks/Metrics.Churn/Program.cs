using System.Globalization;
using TypedMetrics.Churn;

// Visitors come and go for so many seconds; what they leave behind must not grow. Ends with 1 where it does.
var seconds = args.Length > 0 && int.TryParse(args[0], CultureInfo.InvariantCulture, out var stated) ? stated : 120;
return ChurnRun.Run(TimeSpan.FromSeconds(seconds)) ? 0 : 1;
