#pragma once

/* Alarms of the pump. */

#define PUMP_STOPPED 10  /* The pump does not turn and cannot start. */
#define PUMP_HOT 11      /* The pump is too hot to go on. */
#define PUMP_DRY 12      /* No water is left in the tank. */
#define VALVE_STUCK 13   /* The valve does not open within 2 seconds. */
