using System.Collections.Generic;
using System.Linq;
using TypedMetrics.Generators.Parsing;

namespace TypedMetrics.Generators.Cardinality;

/// <summary>
/// Words that say that a label tells one user, session, request or thing from all others. Only whole words count
/// (<c>provider</c>, <c>grid</c> and <c>side</c> are none), and only the last one, which is what the label is:
/// <c>token_type</c> is a type. A project adds its own words in <c>.editorconfig</c>: <c>metrics_identity_words = tenant, cart_key</c>.
/// </summary>
internal static class IdentityWords
{
    public const string Option = "metrics_identity_words";

    private static readonly HashSet<string> Words =
    [
        "id", "ids", "uid", "guid", "uuid", "ulid",
        "userid", "sessionid", "requestid", "traceid", "spanid", "orderid", "customerid", "accountid", "correlationid", "deviceid",
        "email", "mail", "phone", "telephone", "username", "login", "ssn", "iban", "ip", "fingerprint",
        "token", "session", "cookie", "jwt", "apikey", "nonce", "password", "secret",
    ];

    private static readonly HashSet<string> Pairs =
    [
        "user_name", "api_key", "session_key", "access_key", "ip_address", "ip_addr", "email_address", "mail_address", "remote_address",
        "client_address", "mac_address", "phone_number", "account_number", "card_number", "order_number", "user_agent",
    ];

    /// <summary>The telling part of a label's name, or <see langword="null"/>.</summary>
    /// <param name="name">The name, in whatever case.</param>
    /// <param name="more">Words and rows of words that the project adds, as <see cref="Listed"/> gives them; the known ones stay.</param>
    public static string? In(string name, HashSet<string>? more = null)
    {
        var text = LabelText.Snake(name);
        var words = text.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').Split('_');
        var last = words[words.Length - 1];
        if (Words.Contains(last) || (last == "user" && words.Length == 1))
        {
            return last;
        }

        var pair = words.Length > 1 ? words[words.Length - 2] + "_" + last : last;
        return Pairs.Contains(pair) ? pair : more is null ? null : EndIn(more, words) ?? EndIn(more, text.Split('_'));
    }

    /// <summary>The words of a list that a project configures, in whatever case they are written there.</summary>
    public static HashSet<string> Listed(IEnumerable<string> names) => [.. names.Select(LabelText.Snake)];

    private static string? EndIn(HashSet<string> more, string[] words)
    {
        for (var (end, i) = ("", words.Length - 1); i >= 0; i--)
        {
            end = end.Length == 0 ? words[i] : words[i] + "_" + end;
            if (more.Contains(end))
            {
                return end;
            }
        }

        return null;
    }
}
