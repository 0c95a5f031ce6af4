namespace TypedMetrics.Generators.Provenance;

internal static partial class KnownSources
{
    // Queues and streams: what identifies one message, and what it holds
    private static MemberRow<OriginKind>[] MessagingMembers =>
    [
        new("RabbitMQ.Client.Events.BasicDeliverEventArgs", OriginKind.RecordId, "DeliveryTag"),
        new("RabbitMQ.Client.Events.BasicDeliverEventArgs", OriginKind.Input, "Body"),
        new("RabbitMQ.Client.BasicGetResult", OriginKind.RecordId, "DeliveryTag"),
        new("RabbitMQ.Client.BasicGetResult", OriginKind.Input, "Body"),
        new("RabbitMQ.Client.IReadOnlyBasicProperties", OriginKind.RecordId, "MessageId", "CorrelationId", "ReplyTo"),
        new("RabbitMQ.Client.IReadOnlyBasicProperties", OriginKind.Identity, "UserId"),
        new("RabbitMQ.Client.IReadOnlyBasicProperties", OriginKind.Input, "Headers"),
        new("RabbitMQ.Client.IBasicProperties", OriginKind.RecordId, "MessageId", "CorrelationId", "ReplyTo"),
        new("RabbitMQ.Client.IBasicProperties", OriginKind.Identity, "UserId"),
        new("RabbitMQ.Client.IBasicProperties", OriginKind.Input, "Headers"),

        new("Confluent.Kafka.Message`2", OriginKind.RecordId, "Key"),
        new("Confluent.Kafka.Message`2", OriginKind.Input, "Value", "Headers"),
        new("Confluent.Kafka.ConsumeResult`2", OriginKind.RecordId, "Key", "Offset", "TopicPartitionOffset"),
        new("Confluent.Kafka.ConsumeResult`2", OriginKind.Input, "Value"),
        new("Confluent.Kafka.DeliveryResult`2", OriginKind.RecordId, "Key", "Offset", "TopicPartitionOffset"),
        new("Confluent.Kafka.TopicPartitionOffset", OriginKind.RecordId, "Offset"),

        new("Azure.Messaging.ServiceBus.ServiceBusReceivedMessage", OriginKind.RecordId,
            "MessageId", "CorrelationId", "SessionId", "LockToken", "SequenceNumber", "EnqueuedSequenceNumber", "PartitionKey", "ReplyTo", "ReplyToSessionId"),
        new("Azure.Messaging.ServiceBus.ServiceBusReceivedMessage", OriginKind.Input, "Body"),
        new("Azure.Messaging.ServiceBus.ServiceBusMessage", OriginKind.RecordId, "MessageId", "CorrelationId", "SessionId", "PartitionKey"),
        new("Azure.Messaging.ServiceBus.ServiceBusMessage", OriginKind.Input, "Body"),
        new("Azure.Messaging.ServiceBus.ProcessSessionMessageEventArgs", OriginKind.RecordId, "SessionId"),
        new("Azure.Messaging.EventHubs.EventData", OriginKind.RecordId, "MessageId", "CorrelationId", "PartitionKey", "SequenceNumber", "Offset", "OffsetString"),
        new("Azure.Messaging.EventHubs.EventData", OriginKind.Input, "EventBody", "Body"),
        new("Azure.Messaging.EventGrid.EventGridEvent", OriginKind.RecordId, "Id", "Subject"),
        new("Azure.Storage.Queues.Models.QueueMessage", OriginKind.RecordId, "MessageId", "PopReceipt"),
        new("Azure.Storage.Queues.Models.QueueMessage", OriginKind.Input, "Body", "MessageText"),

        new("Amazon.SQS.Model.Message", OriginKind.RecordId, "MessageId", "ReceiptHandle", "MD5OfBody"),
        new("Amazon.SQS.Model.Message", OriginKind.Input, "Body"),
        new("Amazon.SQS.Model.SendMessageResponse", OriginKind.RecordId, "MessageId", "SequenceNumber"),
        new("Amazon.SimpleNotificationService.Model.PublishResponse", OriginKind.RecordId, "MessageId"),
        new("MassTransit.MessageContext", OriginKind.RecordId, "MessageId", "RequestId", "CorrelationId", "ConversationId", "InitiatorId"),
    ];
}
