using System.Text.Json;
using FluentValidation;
using MediatR;

namespace HotGigs.Application.Common.Behaviours;

/// <summary>Lets only valid requests through to their handler.</summary>
internal sealed class ValidationBehaviour<TRequest, TResponse>(IEnumerable<IValidator<TRequest>> validators)
    : IPipelineBehavior<TRequest, TResponse>
{
    public async Task<TResponse> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResponse> next)
    {
        var failures = new List<FluentValidation.Results.ValidationFailure>();
        foreach (var validator in validators)
            failures.AddRange((await validator.ValidateAsync(request, cancellationToken)).Errors);

        return failures.Count == 0 ? await next() : throw Refusal(failures);
    }

    private static RequestException Refusal(List<FluentValidation.Results.ValidationFailure> failures)
    {
        var errors = failures
            .GroupBy(failure => WireName(failure.PropertyName))
            .ToDictionary(field => field.Key, field => field.Select(failure => failure.ErrorMessage).Distinct().ToArray());
        var summary = errors.Count == 1
            ? errors.Values.Single()[0]
            : $"Several fields are wrong: {string.Join(", ", errors.Keys)}.";
        return new RequestException(ErrorCode.ValidationFailed, summary, errors);
    }

    private static string WireName(string property) =>
        string.Join('.', property.Split('.').Select(JsonNamingPolicy.SnakeCaseLower.ConvertName));
}
