using System.Diagnostics;
using System.Text.Json;
using HotGigs.Application.Common;
using HotGigs.Domain.Notifications;

namespace HotGigs.Application.Events;

/// <summary>How many events a message holds.</summary>
public enum EventForm
{
    /// <summary>One event as an object.</summary>
    One,

    /// <summary>Many as an array.</summary>
    Many,

    /// <summary>Whichever it turns out to be.</summary>
    Either,
}

/// <summary>Reads CloudEvents 1.0 in their JSON format, by whichever way they come.</summary>
public static class EventParser
{
    /// <summary>Bytes that a message may have.</summary>
    public const int MaxLength = 1024 * 1024;

    /// <summary>Events that a message may have.</summary>
    public const int MaxEvents = 500;

    /// <summary>Reads a message whole, or refuses it whole.</summary>
    /// <exception cref="RequestException">
    /// <c>malformed_json</c>, <c>too_large</c>, <c>unknown_type</c> or <c>validation_failed</c>, the latter two with the fields at fault.
    /// </exception>
    public static IReadOnlyList<IncomingEvent> Parse(ReadOnlyMemory<byte> utf8, EventForm form)
    {
        if (utf8.Length > MaxLength)
            throw new RequestException(ErrorCode.TooLarge, $"Events must not be larger than {MaxLength / 1024} KB together.");
        try
        {
            var root = JsonElement.Parse(utf8.Span, WireJson.Parsing);
            return root.ValueKind switch
            {
                JsonValueKind.Object when form != EventForm.Many => ReadAll([root], _ => ""),
                JsonValueKind.Array when form != EventForm.One => ReadAll([.. root.EnumerateArray()], index => $"[{index}]"),
                _ => throw new RequestException(ErrorCode.MalformedJson, $"{Expected(form)} is expected in the body."),
            };
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            throw RequestException.Malformed(malformed);
        }
    }

    private static string Expected(EventForm form) => form switch
    {
        EventForm.One => "One event, a JSON object,",
        EventForm.Many => "A JSON array of events",
        _ => "An event or a JSON array of events",
    };

    private static List<IncomingEvent> ReadAll(IReadOnlyList<JsonElement> events, Func<int, string> pathOf)
    {
        if (events.Count > MaxEvents)
            throw new RequestException(ErrorCode.TooLarge, $"At most {MaxEvents} events may come at once, not {events.Count}.");

        var errors = new FieldErrors();
        var hasUnknown = false;
        var read = new List<IncomingEvent>(events.Count);
        for (var index = 0; index < events.Count; index++)
        {
            var path = pathOf(index);
            if (events[index].ValueKind != JsonValueKind.Object)
            {
                errors.Add(path, "An event must be a JSON object.");
                continue;
            }

            path = path.Length == 0 ? "" : $"{path}.";
            read.Add(Read(new EventFields(events[index], path, errors), path, ref hasUnknown));
        }

        errors.ThrowIfAny(hasUnknown ? ErrorCode.UnknownType : ErrorCode.ValidationFailed);
        return read;
    }

    private static IncomingEvent Read(EventFields fields, string path, ref bool hasUnknown)
    {
        if (NotEmpty(fields, "specversion") is not ("1.0" or ""))
            fields.Refuse("specversion", "Events must be CloudEvents 1.0.");
        var one = new IncomingEvent(path, new NotificationCause(
            Name(fields, "source", NotificationCause.MaxSourceLength), Name(fields, "id", NotificationCause.MaxIdLength)))
        {
            Trace = TraceOf(fields),
        };
        fields.OptionalTime("time");
        if (fields.OptionalText("datacontenttype") is { } type && !IsJson(type))
            fields.Refuse("datacontenttype", "The data must be application/json.");
        if (fields.Has("data_base64"))
            fields.Refuse("data_base64", "The data must be given as 'data', a JSON object.");

        var name = NotEmpty(fields, "type");
        if (name.Length == 0)
            return one;
        if (!EventTypes.All.TryGetValue(name, out var read))
        {
            hasUnknown = true;
            fields.Refuse("type", $"There is no such type. Types are {string.Join(", ", EventTypes.All.Keys)}.");
            return one;
        }

        return fields.Object("data") is { } data ? AddCommon(read(one, data), data) : one;
    }

    private static IncomingEvent AddCommon(IncomingEvent one, EventFields data)
    {
        var expiresAt = data.OptionalTime("expires_at");
        var key = data.OptionalText("deduplication_key");
        return one.Notification is not { } notification ? one : one with
        {
            Notification = notification with
            {
                Cause = one.Cause,
                ExpiresAt = expiresAt,
                DeduplicationKey = key ?? notification.DeduplicationKey,
            },
        };
    }

    /// <summary>Text that must be there; empty only where that has been refused.</summary>
    private static string NotEmpty(EventFields fields, string field)
    {
        if (fields.OptionalText(field) is not { } text)
            return fields.Text(field);
        if (text.Length == 0)
            fields.Refuse(field, "This must not be empty.");
        return text;
    }

    /// <summary>Half of what an event is told from others by.</summary>
    private static string Name(EventFields fields, string field, int maxLength)
    {
        var name = NotEmpty(fields, field);
        if (name.Length > maxLength)
            fields.Refuse(field, $"This must not be longer than {maxLength} characters.");
        else if (name.Any(char.IsControl))
            fields.Refuse(field, "This must not hold control characters.");
        return name;
    }

    // A broken one breaks a trace, never the event.
    private static ActivityContext TraceOf(EventFields fields) =>
        ActivityContext.TryParse(fields.TextIfAny("traceparent"), fields.TextIfAny("tracestate"), isRemote: true, out var trace)
            ? trace
            : default;

    private static bool IsJson(string mediaType)
    {
        var type = mediaType.Split(';')[0].Trim();
        return type.Equals("application/json", StringComparison.OrdinalIgnoreCase)
            || type.Equals("text/json", StringComparison.OrdinalIgnoreCase)
            || type.EndsWith("+json", StringComparison.OrdinalIgnoreCase);
    }
}
