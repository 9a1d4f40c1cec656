using System.Text.Json;
using FluentValidation;
using Microsoft.Extensions.DependencyInjection;

namespace HotGigs.Application.Events;

/// <summary>Asks the validators of a command what is wrong with it without sending it.</summary>
internal sealed class CommandValidation(IServiceProvider services)
{
    /// <summary>Notes what is wrong, each field by its name on the wire.</summary>
    public async Task ValidateAsync(object command, string path, FieldErrors errors, CancellationToken cancellationToken)
    {
        foreach (var validator in services.GetServices(typeof(IValidator<>).MakeGenericType(command.GetType())).Cast<IValidator>())
        {
            var result = await validator.ValidateAsync(new ValidationContext<object>(command), cancellationToken);
            foreach (var failure in result.Errors)
                errors.Add(path + JsonNamingPolicy.SnakeCaseLower.ConvertName(failure.PropertyName), failure.ErrorMessage);
        }
    }
}
